import { fileURLToPath } from 'node:url'
import { readBlueprint } from '../../src/compile/blueprints.ts'
import { placesOf } from '../../src/core/blueprint.ts'
import type { ExamBundle } from '../../src/core/catalog.ts'
import { cardKeysOf, NOTE_TYPES } from '../../src/core/note.ts'
import type { ExamId, Note, NoteBody, NoteType, QuestionBody } from '../../src/core/note.ts'

/**
 * A bundle of any size with the skills of a real blueprint and all ten types, for tests and benches.
 * The same arguments give the same bundle. Notes keep their ids in every version; one note in a
 * hundred has another text in another version, and one in a thousand the number in `version` as its
 * revision.
 *
 * @param cards how many cards the notes make together, exactly
 */
export function syntheticBundle(exam: ExamId, cards: number, version: string): ExamBundle {
  const folder = new URL(`../../decks/${exam.toLowerCase()}/blueprint.yaml`, import.meta.url)
  const blueprint = readBlueprint(fileURLToPath(folder), 'blueprint.yaml')
  const places = [...placesOf([blueprint]).values()]
  const notes: Note[] = []
  for (let left = cards; left > 0;) {
    const index = notes.length
    const place =
      places[Math.floor((index / Math.max(cards, 1)) * places.length * 2) % places.length]
    if (!place) throw new Error(`${exam} has no skills`)
    const note = syntheticNote(index, left, place.skill.id, place.group.id, version)
    notes.push(note)
    left -= cardKeysOf(note.body).length
  }
  const decks = places.map(({ group }) => ({ id: group.id, title: group.title }))
  return { format: 1, exam, version, blueprint, decks: distinct(decks), notes }
}

function syntheticNote(
  index: number,
  left: number,
  skill: string,
  deck: string,
  version: string,
): Note {
  const changed = index % 100 === 99 ? version : ''
  const random = randomOf(`${skill} ${index} ${changed}`)
  const type = NOTE_TYPES[index % NOTE_TYPES.length] ?? 'basic'
  const full = bodyOf(type, random)
  const body = cardKeysOf(full).length <= left ? full : bodyOf('basic', random)
  return {
    id: `${skill.split('-')[1]}-synthetic-${index}`,
    deck,
    rev: index % 1000 === 999 ? Number(/\d+/.exec(version)?.[0] ?? 1) : 1,
    skills: [skill],
    level: ([1, 2, 3] as const)[index % 3] ?? 1,
    sources: [{ url: `https://learn.microsoft.com/en-us/azure/${skill}`, readOn: '2026-08-21' }],
    verified: '2026-11-01',
    status: index % 7 === 0 ? 'recheck' : null,
    decay: 'slow',
    pool: 'review',
    tags: [],
    confuse: [],
    needs: [],
    body,
    why: index % 4 === 0 ? null : sentence(random, 24),
    title: sentence(random, 12),
    hash: `${index}-${changed}`,
    answerHash: `${index}`,
  }
}

function bodyOf(type: NoteType, random: Random): NoteBody {
  if (type === 'which') {
    const choices = keyed('o', 3).map((key) => ({ key, html: words(random, 2) }))
    const rows = keyed('r', 4).map((key, row) => ({
      key,
      html: sentence(random, 12),
      answer: `o${1 + (row % 3)}`,
      rationale: null,
    }))
    return { type, question: question(random), options: choices, rows }
  }
  if (type === 'scenario') {
    const stem = keyed('p', 4)
      .map(() => `<p>${sentence(random, 30)}</p>`)
      .join('')
    const questions = keyed('q', 3).map((key) => ({
      key,
      body: questionBodyOf('single', random),
      why: null,
    }))
    return { type, stem, questions }
  }
  return questionBodyOf(type, random)
}

function questionBodyOf(
  type: Exclude<NoteType, 'which' | 'scenario'>,
  random: Random,
): QuestionBody {
  switch (type) {
    case 'basic':
      return { type, question: question(random), answer: words(random, 4) }
    case 'reversed': {
      const side = () => ({ question: question(random), answer: words(random, 2) })
      return { type, forward: side(), reverse: side() }
    }
    case 'cloze':
      return { type, holes: keyed('c', 2).map((key) => hole(key, random)) }
    case 'single':
    case 'multi':
      return {
        type,
        question: question(random),
        options: options(type === 'single' ? 1 : 2, random),
      }
    case 'number':
      return { type, question: question(random), value: `${random(5000)}`, unit: 'GB', accept: [] }
    case 'command':
      return command(random)
    default: {
      const step = (key: string) => ({ key, html: words(random, 5), rationale: null })
      return {
        type: 'order',
        question: question(random),
        steps: keyed('s', 4).map(step),
        decoys: keyed('d', 1).map(step),
      }
    }
  }
}

function hole(key: string, random: Random) {
  const [before, answer, after] = [words(random, 8), words(random, 1), words(random, 6)]
  return {
    key,
    front: `${before} <span class="hole">…</span> ${after}`,
    back: `${before} <mark>${answer}</mark> ${after}`,
    answer,
    hint: null,
  }
}

function options(right: number, random: Random) {
  return keyed('o', 4).map((key, index) => ({
    key,
    html: words(random, 5),
    right: index < right,
    rationale: sentence(random, 14),
  }))
}

function command(random: Random): QuestionBody {
  const answer = `az group create --name rg${random(100)} --location westeurope`
  return {
    type: 'command',
    question: question(random),
    shell: 'az',
    answer,
    also: [],
    answerHtml: `<pre class="code" tabindex="0"><code>${answer}</code></pre>`,
    alsoHtml: [],
    syntax: [
      {
        command: 'az group create',
        options: ['--location', '--name', '--tags'],
        aliases: { '-l': '--location', '-n': '--name' },
      },
    ],
  }
}

const VOCABULARY =
  'a the of in to with for on by and account address alert backup blob blueprint budget container database deployment disk domain endpoint failover firewall gateway group identity key lock log machine management network peering policy private region replica resource retention role route rule scale scope security server share snapshot storage subnet subscription tag template tenant tier user vault virtual workspace zone allows assigns blocks copies creates deletes denies encrypts keeps moves needs reads restores returns sends stores'.split(
    ' ',
  )

function question(random: Random): string {
  return `${sentence(random, 10 + random(16)).slice(0, -1)}?`
}

function sentence(random: Random, count: number): string {
  const text = words(random, count)
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function words(random: Random, count: number): string {
  const some = Array.from({ length: count }, () => VOCABULARY[random(VOCABULARY.length)])
  return some.join(' ')
}

function keyed(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`)
}

function distinct<T extends { readonly id: string }>(list: readonly T[]): T[] {
  return [...new Map(list.map((item) => [item.id, item])).values()]
}

/** The next whole number from 0 up to, but not including, `below`. */
type Random = (below: number) => number

/** Numbers that follow from a seed (mulberry32). */
function randomOf(seed: string): Random {
  let state = 0
  for (let index = 0; index < seed.length; index++) {
    state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193)
  }
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
