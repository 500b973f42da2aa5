import { data } from 'react-router'
import type { Blueprint } from '../../core/blueprint.ts'
import { placesOf } from '../../core/places.ts'
import { cardTitleOf } from '../../core/card-title.ts'
import { studyCardsOf } from '../../core/catalog.ts'
import type { CatalogCard } from '../../core/catalog.ts'
import { missesOf, RAISED_DAYS, raisedBy } from '../../core/mock/misses.ts'
import { resultOf } from '../../core/mock/result.ts'
import type { Result } from '../../core/mock/result.ts'
import type { Asked, Run } from '../../core/mock/run.ts'
import type { QuestionMark } from '../../core/mock/steps.ts'
import { splitCardId } from '../../core/note.ts'
import type { Note } from '../../core/note.ts'
import type { CardState } from '../../core/schedule.ts'
import { studyDayOf } from '../../core/time.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import { examRow } from '../../db/exams.ts'
import { loadRun } from '../../db/mocks.ts'
import { notesByIds } from '../../db/notes.ts'
import { loadSettings } from '../../db/settings.ts'
import { statesOf } from '../../db/states.ts'
import { clockAt } from '../app.ts'
import type { App } from '../app.ts'
import { loadNotes } from '../notes/load-notes.ts'
import type { ShownNote } from '../notes/load-notes.ts'
import { clockTime, dayName } from '../words/dates.ts'
import { MOCK, RESULT } from '../words/mock.ts'
import { itemOf } from './item.ts'
import type { MockItem } from './item.ts'
import { settleOpenRun } from './resume.ts'

/** Cards of daily study that are named with a question. */
const MOST_CARDS = 4

/** A card that teaches what a question asked. */
export interface TeachingCard {
  readonly cardId: string
  readonly title: string
  readonly to: string
  readonly isSeen: boolean
}

/** One question of a run with all that is to be said of it. */
export interface ResultLine {
  readonly q: number
  readonly note: Note
  readonly item: MockItem
  readonly mark: QuestionMark
  readonly asked: Asked
  readonly domain: string
  readonly skill: string
  readonly isRepeat: boolean
  /** The text is another one than the learner saw. */
  readonly isTextNew: boolean
  readonly cards: readonly TeachingCard[]
}

export interface ResultView {
  readonly run: Run
  readonly result: Result
  /** Day and time of its beginning. */
  readonly when: string
  /** Questions of which the text is still there. */
  readonly lines: readonly ResultLine[]
  /** Cards that come up first in study because of this run; null once its days are over. */
  readonly raised: number | null
}

/**
 * Reads a run that was submitted, with what it says.
 *
 * @throws a response with status 404 where there is no such run, or none with a result
 */
export async function loadResult(app: App, id: string): Promise<ResultView | 'open'> {
  await settleOpenRun(app)
  const run = await loadRun(app.db, id)
  if (!run) throw data(RESULT.unknown, { status: 404 })
  if (run.isDropped) throw data(RESULT.gaveUp, { status: 404 })
  const row = await examRow(app.db, run.begun.exam)
  if (!row) throw data(MOCK.notInstalled, { status: 404 })
  const result = resultOf(run, row.blueprint)
  if (!result) return 'open'
  const { begun } = run
  const { rolloverHour } = await loadSettings(app.db)
  const now = app.now()
  const today = studyDayOf(now, clockAt(app, now, rolloverHour))
  const dayOf = ({ at, utcOffsetMin }: typeof begun) =>
    studyDayOf(at, { utcOffsetMin, rolloverHour })
  const cards = studyCardsOf(row.catalog)
  const states = await statesById(app, cards)
  return {
    run,
    result,
    when: `${dayName(dayOf(begun), today)}, ${clockTime(begun.at, begun.utcOffsetMin)}`,
    lines: await linesOf(app, run, row.blueprint, cards, states),
    raised: raisedCount(run, cards, states, today, rolloverHour),
  }
}

async function statesById(app: App, cards: readonly CatalogCard[]) {
  return statesOf(
    app.db,
    cards.map(({ cardId }) => cardId),
  )
}

function raisedCount(
  { begun, submitted }: Run,
  cards: readonly CatalogCard[],
  states: ReadonlyMap<string, CardState>,
  today: StudyDayNumber,
  rolloverHour: number,
): number | null {
  if (!submitted) return null
  const ended = studyDayOf(submitted.at, { ...submitted, rolloverHour })
  if (today - ended >= RAISED_DAYS) return null
  const misses = missesOf([{ begun, submitted }], today, rolloverHour)
  const raised = [...raisedBy(misses, cards, states, today).keys()]
  return raised.filter((id) => (states.get(id)?.lastReviewAt ?? 0) < submitted.at).length
}

async function linesOf(
  app: App,
  run: Run,
  blueprint: Blueprint,
  cards: readonly CatalogCard[],
  states: ReadonlyMap<string, CardState>,
): Promise<ResultLine[]> {
  const { questions } = run.begun
  const teaching = questions.map((question) => teachingCards(question, cards))
  const [notes, taught] = await Promise.all([
    loadNotes(app.db, [...new Set(questions.map(({ noteId }) => noteId))]),
    notesByIds(app.db, [...new Set(teaching.flat().map(({ note }) => note.id))]),
  ])
  const places = placesOf([blueprint])
  return questions.flatMap((question, q): ResultLine[] => {
    const shown = notes.get(question.noteId)
    const [mark, asked] = [run.submitted?.marks[q], run.asked[q]]
    if (!shown || !mark || !asked) return []
    const note = asSeen(shown, question.rev)
    const item = itemOf(note, question.key, `${run.id}/${q}`)
    if (!item) return []
    const place = places.get(question.skill)
    return [
      {
        q,
        note,
        item,
        mark,
        asked,
        domain: place?.domain.title ?? '',
        skill: place?.skill.title ?? '',
        isRepeat: question.isRepeat,
        isTextNew: note === shown && shown.rev !== question.rev,
        cards: (teaching[q] ?? []).flatMap((card) => cardLine(card, taught, states)),
      },
    ]
  })
}

/** The note as it was when it was asked, if that is still known. */
function asSeen(note: ShownNote, rev: number): Note {
  const earlier = note.earlier?.find((each) => each.rev === rev)
  return note.rev === rev || !earlier ? note : { ...note, body: earlier.body, why: earlier.why }
}

/** What a question is mixed up with, and then the cards of its skill in the author's order; one a note. */
function teachingCards(
  { noteId, skill, confuse }: Run['begun']['questions'][number],
  cards: readonly CatalogCard[],
): CatalogCard[] {
  const isMixedUp = ({ note }: CatalogCard) =>
    confuse.includes(note.id) || note.confuse.includes(noteId)
  const notes = new Set<string>()
  return cards
    .filter((card) => isMixedUp(card) || card.note.skills.includes(skill))
    .toSorted((a, b) => Number(isMixedUp(b)) - Number(isMixedUp(a)) || a.order - b.order)
    .filter(({ note }) => !notes.has(note.id) && notes.add(note.id))
    .slice(0, MOST_CARDS)
}

function cardLine(
  { cardId }: CatalogCard,
  notes: ReadonlyMap<string, Note>,
  states: ReadonlyMap<string, CardState>,
): TeachingCard[] {
  const { noteId, key } = splitCardId(cardId)
  const note = notes.get(noteId)
  if (!note) return []
  const title = cardTitleOf(note, key)
  return [{ cardId, title, to: `/cards/${noteId}/${key}`, isSeen: states.has(cardId) }]
}
