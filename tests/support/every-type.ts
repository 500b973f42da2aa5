import type { StoredText } from '../../src/core/text/note-text.ts'

/** The text of one note of each type. */
export const EVERY_TYPE: readonly StoredText[] = [
  {
    type: 'basic',
    ask: 'What is *ZRS*?',
    answer: 'Zone-redundant **storage**',
    why: 'Three zones.',
  },
  {
    type: 'reversed',
    ask: 'Port of SSH?',
    answer: '22',
    backAsk: 'What listens on 22?',
    backAnswer: 'SSH',
  },
  {
    type: 'cloze',
    ask: 'A {{c1::VNet}} spans one {{c2::region::scope}}.',
    why: 'Peering joins them.',
  },
  {
    type: 'single',
    ask: 'Cheapest to keep?',
    options: [{ text: 'Archive', right: true, why: 'It is offline.' }, { text: 'Hot' }],
  },
  {
    type: 'multi',
    ask: 'Which two are storage services?',
    options: [
      { text: 'Blobs', right: true },
      { text: 'Queues', right: true },
      { text: 'Functions' },
    ],
  },
  { type: 'number', ask: 'Addresses that Azure keeps in a subnet?', answer: '5', accept: ['5.0'] },
  {
    type: 'command',
    ask: 'List VMs',
    shell: 'az',
    answer: 'az vm list',
    also: ['az vm list -o table'],
  },
  {
    type: 'order',
    ask: 'In which order?',
    steps: [
      { text: 'Make a VNet' },
      { text: 'Make a subnet', why: 'It lies in the VNet.' },
      { text: 'Make a VM' },
    ],
    decoys: [{ text: 'Make a tag' }],
  },
  {
    type: 'which',
    ask: 'Which service?',
    choices: ['Blob', 'Queue'],
    rows: [
      { key: 'files', text: 'Pictures', answer: 'Blob' },
      { key: 'messages', text: 'Messages', answer: 'Queue', why: 'It is one.' },
    ],
  },
  {
    type: 'scenario',
    ask: 'A company moves to Azure.',
    questions: [
      { key: 'first', type: 'basic', ask: 'What first?', answer: 'A tenant' },
      {
        key: 'then',
        type: 'single',
        ask: 'And then?',
        options: [{ text: 'A', right: true }, { text: 'B' }],
      },
    ],
  },
]
