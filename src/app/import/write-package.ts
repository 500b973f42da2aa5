import { zipSync } from 'fflate'
import type { Zippable } from 'fflate'
import { ankiFields } from '../../core/anki-export/fields.ts'
import { ankiRevlog, ankiSchedule } from '../../core/anki-export/history.ts'
import {
  confJson,
  DECK_OPTIONS_JSON,
  decksJson,
  MODELS,
  modelsJson,
  SCHEMA,
} from '../../core/anki-export/models.ts'
import { stableId } from '../../core/import/stable-id.ts'
import { cardIdOf } from '../../core/note.ts'
import { OWN_EXAM } from '../../core/own-exam.ts'
import { bodyOf, whyOf } from '../../core/render/body.ts'
import { codeHtml } from '../../core/render/code-html.ts'
import { markInCode } from '../../core/render/cloze-html.ts'
import { createMarkdown } from '../../core/render/markdown.ts'
import { safely } from '../../core/render/safely.ts'
import type { Tools } from '../../core/render/body.ts'
import { schedulerFor } from '../../core/scheduler.ts'
import type { Schedulers } from '../../core/scheduler.ts'
import { examsOfSkills } from '../../core/stats/place.ts'
import { OWN_IMAGE } from '../../core/text/images.ts'
import { startOfStudyDay, studyDayOf } from '../../core/time.ts'
import type { Instant, StudyClock } from '../../core/time.ts'
import type { MediaRow } from '../../db/db.ts'
import type { CardFacts, OwnNote } from '../../db/export-notes.ts'
import type { OnShare } from '../in-worker.ts'
import { sqlite } from './sqlite.ts'
import type { Database } from './sqlite.ts'

/** What a package is made of. */
export interface PackageInput {
  readonly notes: readonly OwnNote[]
  readonly facts: CardFacts
  readonly images: readonly MediaRow[]
  readonly settings: Schedulers
  readonly now: Instant
  readonly utcOffsetMin: number
}

/** Hour at which Anki's days begin unless told otherwise: what its due days are counted from. */
const ANKI_ROLLOVER = 4
const EXTENSIONS = { 'image/webp': 'webp', 'image/jpeg': 'jpg', 'image/png': 'png' } as const

/**
 * A package of Anki with own notes, their images and their history, in the form that every version of Anki
 * reads (schema 11).
 */
export async function packageOf(input: PackageInput, onShare: OnShare): Promise<Blob> {
  const names = new Map(input.images.map(({ id, type }) => [id, `${id}.${EXTENSIONS[type]}`]))
  const used = new Set<string>()
  const sql = await sqlite()
  const database = new sql.Database()
  let collection: Uint8Array
  try {
    database.run(SCHEMA)
    const tools = toolsFor((id) => {
      used.add(id)
      return names.get(id) ?? ''
    })
    await writeRows(database, input, tools, (share) => onShare(0.8 * share))
    collection = database.export()
  } finally {
    database.close()
  }
  const images = input.images.filter(({ id }) => used.has(id))
  const list = Object.fromEntries(images.map(({ id }, index) => [index, names.get(id) ?? '']))
  const files: Zippable = {
    'collection.anki2': collection,
    media: new TextEncoder().encode(JSON.stringify(list)),
  }
  for (const [index, { bytes }] of images.entries()) {
    files[`${index}`] = [new Uint8Array(bytes), { level: 0 }]
  }
  return zipped(files)
}

/** Files in one archive. Made in a worker: it takes a while. */
export function zipped(files: Zippable): Blob {
  return new Blob([zipSync(files, { level: 6 }).slice()], { type: 'application/zip' })
}

/** Colours are classes of this app: a package has plain code. */
function highlight(code: string): string {
  return codeHtml(code, null, null)
}

function toolsFor(imageUrl: (id: string) => string): Tools {
  const markdown = safely(
    createMarkdown({
      highlight,
      imageUrl: (path) =>
        path.startsWith(OWN_IMAGE) ? imageUrl(path.slice(OWN_IMAGE.length)) : '',
      inCode: markInCode,
    }),
  )
  return { markdown, highlight, syntaxOf: () => [] }
}

/** Hands out numbers that are used once: the wanted one, or the next that is free. */
class Ids {
  readonly #used = new Set<number>()

  take(wanted: number): number {
    let id = Math.max(1, Math.floor(wanted))
    while (this.#used.has(id)) id += 1
    this.#used.add(id)
    return id
  }
}

async function writeRows(
  database: Database,
  { notes, facts, settings, now, utcOffsetMin }: PackageInput,
  tools: Tools,
  onShare: OnShare,
): Promise<void> {
  const clock: StudyClock = { utcOffsetMin, rolloverHour: ANKI_ROLLOVER }
  const today = studyDayOf(now, clock)
  const firsts = [...facts.states.values()].map(({ introducedDay }) => introducedDay)
  const firstDay = firsts.reduce((a, b) => Math.min(a, b), today)
  const seconds = Math.floor(now / 1000)
  const ids = { note: new Ids(), card: new Ids(), answer: new Ids() }
  const decks = deckIds(notes)
  const addNote = database.prepare("INSERT INTO notes VALUES (?,?,?,?,-1,?,?,?,?,0,'')")
  const addCard = database.prepare(
    'INSERT INTO cards VALUES (?,?,?,?,?,-1,?,?,?,?,?,?,?,?,0,0,?,?)',
  )
  const addAnswer = database.prepare('INSERT INTO revlog VALUES (?,?,-1,?,?,?,?,?,?)')
  database.run('BEGIN')
  let position = 0
  for (const [index, note] of notes.entries()) {
    if (index % 200 === 0) onShare(index / notes.length)
    const body = bodyOf(note.text, tools)
    const gapText = note.text.type === 'cloze' ? tools.markdown.field(note.text.ask) : ''
    const did = decks.get(note.deck) ?? 1
    for (const made of ankiFields(body, whyOf(note.text, tools), gapText)) {
      const noteId = ids.note.take(note.createdAt)
      const [first = ''] = made.fields
      const mod = Math.floor(note.updatedAt / 1000)
      const plain = plainField(first)
      const guid = stableId(`${note.id}${made.suffix}`)
      const tags = note.tags.length > 0 ? ` ${note.tags.join(' ')} ` : ''
      const fields = made.fields.join('\u001F')
      const model = MODELS[made.model].id
      addNote.run([noteId, guid, model, mod, tags, fields, plain, await checksum(plain)])
      const scheduler = schedulerFor(settings, [...examsOfSkills(note.skills), OWN_EXAM])
      for (const [ord, key] of made.keys) {
        position += 1
        const ours = cardIdOf(note.id, key)
        const place = { position, firstDay, today }
        const state = facts.states.get(ours) ?? null
        const card = ankiSchedule(state, facts.marks.get(ours), place)
        const cardId = ids.card.take(note.createdAt)
        const { type, queue, due, interval, factor, reps, lapses, left, flags, data } = card
        const when = [type, queue, due, interval, factor, reps, lapses, left, flags, data]
        addCard.run([cardId, noteId, did, ord, mod, ...when])
        for (const answer of ankiRevlog(facts.logs.get(ours) ?? [], scheduler)) {
          const { ease, interval: after, lastInterval, factor: by, durationMs, kind } = answer
          const what = [ease, after, lastInterval, by, durationMs, kind]
          addAnswer.run([ids.answer.take(answer.at), cardId, ...what])
        }
      }
    }
  }
  for (const statement of [addNote, addCard, addAnswer]) statement.free()
  const crt = Math.floor(startOfStudyDay(firstDay, clock) / 1000)
  const list = [...decks].map(([name, id]) => ({ id, name }))
  const models = modelsJson(list[0]?.id ?? 1, seconds)
  database.run("INSERT INTO col VALUES (1,?,?,?,11,0,0,0,?,?,?,?,'{}')", [
    crt,
    now,
    now,
    confJson(position + 1),
    models,
    decksJson(list, seconds),
    DECK_OPTIONS_JSON,
  ])
  database.run('COMMIT')
}

/** Ids of decks as Anki has them, the same for the same title. */
function deckIds(notes: readonly OwnNote[]): ReadonlyMap<string, number> {
  const ids = new Ids()
  ids.take(1)
  const titles = [...new Set(notes.map(({ deck }) => deck))]
  return new Map(
    titles.map((title) => [
      title,
      ids.take(1_600_000_000_000 + Number.parseInt(stableId(title).slice(0, 6), 36)),
    ]),
  )
}

/** The first field without markup: what Anki sorts by, and finds duplicates by. */
function plainField(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

/** Anki's checksum of a field: the first eight digits of its SHA-1. */
async function checksum(text: string): Promise<number> {
  const digest = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(text))
  return new DataView(digest).getUint32(0)
}
