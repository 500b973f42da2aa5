import { freshResetOf, historyOf } from '../../core/card-history.ts'
import { cardTitleOf } from '../../core/card-title.ts'
import type { Place } from '../../core/blueprint.ts'
import { cardIdOf, cardKeysOf } from '../../core/note.ts'
import type { CardId, ExamId } from '../../core/note.ts'
import { retrievability } from '../../core/schedule.ts'
import type { CardState } from '../../core/schedule.ts'
import type { Memory } from '../../core/scheduler.ts'
import type { ChosenOption } from '../components/choice-counts.tsx'
import { isLeech, surpriseOf } from '../../core/leech.ts'
import { LEECH } from '../words/leech.ts'
import { chosenOptions } from './chosen-options.ts'
import type { Flag } from '../components/details-actions.tsx'
import type { DetailsLink } from '../components/details-links.tsx'
import { editViewOf } from './edit-view.ts'
import type { EditView } from './edit-view.ts'
import type { HistoryLine } from '../components/history-table.tsx'
import type { FactChange, ShownNote } from '../notes/load-notes.ts'
import { CARD, reportText, resetNotice } from '../words/card.ts'
import { dateName } from '../words/dates.ts'
import { PROGRESS, percent } from '../words/progress.ts'
import { dateOf, historyLines } from './history-lines.ts'
import type { LoadedCard } from './load-card.ts'
import { memoryOf } from './memory.ts'
import type { MemoryView } from './memory.ts'
import { examsOfNote, placeLinkOf, skillLinksOf } from './places.ts'
import type { PlaceLink } from './places.ts'

/** What the details of a card show. */
export interface CardView {
  readonly cardId: CardId
  readonly key: string
  readonly note: ShownNote
  readonly edit: EditView
  /** What the answer was when the learner last saw it, and is now; null where it is the same. */
  readonly change: FactChange | null
  /** False for a card that its note no longer makes: only its history is left. */
  readonly hasFace: boolean
  readonly title: string
  readonly exam: ExamId | null
  readonly place: PlaceLink | null
  /** What is to be known about the card itself: suspended, marked for another check… */
  readonly notices: readonly string[]
  readonly memory: MemoryView | null
  readonly history: readonly HistoryLine[]
  /** How often each option was chosen; empty where none was. */
  readonly chosen: readonly ChosenOption[]
  /** A new start that can still be taken back. */
  readonly reset: { readonly id: string; readonly words: string } | null
  readonly exams: readonly ExamId[]
  readonly skills: readonly DetailsLink[]
  /** The author's tags and the learner's, each with the search for it. */
  readonly tags: readonly DetailsLink[]
  readonly sources: readonly DetailsLink[]
  readonly siblings: readonly DetailsLink[]
  readonly suspended: boolean
  readonly buried: boolean
  readonly flag: Flag
  /** Null for own cards: there is nobody to report to. */
  readonly report: string | null
}

export function cardViewOf(card: LoadedCard): CardView {
  const { cardId, key, note, mark, places, settings, today } = card
  const place = placeOf(card)
  const history = historyOf(card.reviews)
  const reset = freshResetOf(history)
  const title = cardTitleOf(note, key)
  const sources = note.sources.map(({ url }) => url)
  return {
    cardId,
    key,
    note,
    edit: editViewOf(note, key, card.edit, card.original),
    change: note.changes?.[key] ?? null,
    hasFace: hasFaceOf(card),
    title,
    exam: place?.exam ?? null,
    place: place && placeLinkOf(place, places),
    notices: noticesOf(card),
    memory: memoryOf(card),
    history: historyLines(history, { note, key, buttons: settings.buttons, today }),
    chosen: chosenOptions(note, key, card.reviews),
    reset: reset && { id: reset.id, words: resetNotice(dateOf(reset, today)) },
    exams: examsOfNote(note),
    skills: skillLinksOf(note, places),
    tags: tagLinksOf(card),
    sources: note.sources.map(({ url, readOn }) => ({
      to: url,
      title: url.replace(/^https:\/\/(learn\.microsoft\.com\/(en-us\/)?)?/, ''),
      remark: readOn ? CARD.textOf(dateName(readOn)) : CARD.undated,
    })),
    siblings: siblingsOf(card),
    suspended: mark?.suspended ?? false,
    buried: isBuried(card),
    flag: mark?.flag ?? 0,
    report: note.own
      ? null
      : reportText({
          cardId,
          rev: note.rev,
          title,
          verified: dateName(note.verified),
          sources,
        }),
  }
}

/** Where the card's first skill stands that an exam has; a chosen exam goes before another. */
function placeOf({ note, places, settings }: LoadedCard): Place | null {
  const found = note.skills.flatMap((skill) => places.get(skill) ?? [])
  return found.find(({ exam }) => settings.exams.includes(exam)) ?? found[0] ?? null
}

function tagLinksOf({ note, tags }: LoadedCard): DetailsLink[] {
  return [...new Set([...note.tags, ...tags])].map((tag) => ({
    to: `/browse?q=${encodeURIComponent(`tag:${tag}`)}`,
    title: tag,
    ...(note.tags.includes(tag) ? {} : { figure: CARD.ownTag }),
  }))
}

function isBuried({ mark, today }: LoadedCard): boolean {
  return mark?.buriedUntil !== null && (mark?.buriedUntil ?? today) > today
}

function noticesOf(card: LoadedCard): string[] {
  const { note, mark, reviews, scheduler, schedule } = card
  const surprise = surpriseOf(reviews, scheduler)
  return [
    note.retired && note.own !== undefined && CARD.deleted,
    (note.own ? !hasFaceOf(card) : note.retired || !hasFaceOf(card)) && CARD.retired,
    note.pool === 'exam' && CARD.examOnly,
    note.status === 'recheck' && CARD.recheck,
    note.status === 'draft' && CARD.draft,
    isLeech(surprise, schedule) && `${LEECH.name}. ${LEECH.why(surprise)}`,
    mark?.suspended === true && CARD.suspended,
    mark?.suspended !== true && isBuried(card) && CARD.buried,
  ].filter((notice) => notice !== false)
}

function hasFaceOf({ note, key }: LoadedCard): boolean {
  return cardKeysOf(note.body).includes(key)
}

function siblingsOf({ cardId, note, states, today, scheduler }: LoadedCard): DetailsLink[] {
  return cardKeysOf(note.body)
    .filter((key) => cardIdOf(note.id, key) !== cardId)
    .map((key) => ({
      to: `/cards/${note.id}/${key}`,
      title: cardTitleOf(note, key),
      figure: stateWords(states.get(cardIdOf(note.id, key)), today, scheduler),
    }))
}

function stateWords(state: CardState | undefined, today: number, memory: Memory): string {
  if (!state) return PROGRESS.cardState.new
  if (state.phase !== 'review') return PROGRESS.cardState.learning
  return PROGRESS.recall(percent(retrievability(state, today, memory)))
}
