import type { Note } from '../../src/core/note.ts'
import { note } from './bundles.ts'

/** One note of each type, with answers that a test can know. */
export const BASIC = note('basic', {
  body: { type: 'basic', question: 'What wins, 200 or 300?', answer: 'The rule with 200' },
  why: 'The lowest number comes first.',
})

export const REVERSED = note('reversed', {
  body: {
    type: 'reversed',
    forward: { question: 'Which port has RDP?', answer: '3389' },
    reverse: { question: 'What listens on port 3389?', answer: 'RDP' },
  },
})

export const CLOZE = note('cloze', {
  body: {
    type: 'cloze',
    holes: [
      {
        key: 'c1',
        front: 'The subnet is named <span class="hole">…</span>.',
        back: 'The subnet is named <mark>AzureBastionSubnet</mark>.',
        answer: 'AzureBastionSubnet',
        hint: null,
      },
    ],
  },
})

const CHOICES = [
  { key: 'o1', html: 'RA-GZRS', right: true, rationale: 'Zones, and the copy can be read.' },
  { key: 'o2', html: 'GZRS', right: false, rationale: 'The copy cannot be read.' },
  { key: 'o3', html: 'ZRS', right: false, rationale: 'There is no copy elsewhere.' },
]

export const SINGLE = note('single', {
  body: { type: 'single', question: 'Which redundancy is needed?', options: CHOICES },
})

export const MULTI = note('multi', {
  body: {
    type: 'multi',
    question: 'Which two features come first?',
    options: [
      { key: 'o1', html: 'Change feed', right: true, rationale: 'It is read.' },
      { key: 'o2', html: 'Versioning', right: true, rationale: 'It is needed on both sides.' },
      { key: 'o3', html: 'Soft delete', right: false, rationale: 'It is not needed.' },
    ],
  },
})

export const NUMBER = note('number', {
  body: {
    type: 'number',
    question: 'How many policies?',
    value: '5000',
    unit: 'policies',
    accept: [],
  },
})

export const COMMAND = note('command', {
  body: {
    type: 'command',
    question: 'Protect <code>rg1</code>.',
    shell: 'az',
    answer: 'az lock create --name keep --lock-type CanNotDelete --resource-group rg1',
    also: [],
    answerHtml: '<pre class="code"><code>az lock create --name keep</code></pre>',
    alsoHtml: [],
    syntax: [
      {
        command: 'az lock create',
        options: ['--name', '--lock-type', '--resource-group', '--notes'],
        aliases: { '-n': '--name', '-g': '--resource-group' },
      },
    ],
  },
})

export const ORDER = note('order', {
  body: {
    type: 'order',
    question: 'Put the steps in order.',
    steps: [
      { key: 's1', html: 'Start', rationale: null },
      { key: 's2', html: 'Check', rationale: null },
      { key: 's3', html: 'Commit', rationale: 'There is no way back.' },
    ],
    decoys: [],
  },
})

export const ORDER_WITH_DECOY = note('decoy', {
  body: {
    type: 'order',
    question: 'Put what is needed in order.',
    steps: [
      { key: 's1', html: 'Start', rationale: null },
      { key: 's2', html: 'Check', rationale: null },
      { key: 's3', html: 'Commit', rationale: null },
    ],
    decoys: [{ key: 'd1', html: 'Reboot', rationale: 'Nothing needs it.' }],
  },
})

export const WHICH = note('which', {
  body: {
    type: 'which',
    question: 'Which vault protects this?',
    options: [
      { key: 'o1', html: 'Recovery Services vault' },
      { key: 'o2', html: 'Backup vault' },
    ],
    rows: [{ key: 'disk', html: 'A managed disk', answer: 'o2', rationale: 'A newer workload.' }],
  },
})

export const SCENARIO = note('scenario', {
  body: {
    type: 'scenario',
    stem: 'Fabrikam runs <strong>eight</strong> databases.',
    questions: [
      {
        key: 'zone',
        body: { type: 'single', question: 'And for the zone?', options: CHOICES },
        why: 'Because of the zone.',
      },
      {
        key: 'region',
        body: { type: 'basic', question: 'And for the region?', answer: 'A failover group' },
        why: null,
      },
    ],
  },
})

/** Every type once, ten in all. */
export const ALL_TYPES: readonly Note[] = [
  BASIC,
  REVERSED,
  CLOZE,
  SINGLE,
  MULTI,
  NUMBER,
  COMMAND,
  ORDER,
  WHICH,
  SCENARIO,
]
