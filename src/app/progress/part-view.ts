import { cardTitleOf } from '../../core/card-title.ts'
import type { CatalogCard } from '../../core/catalog.ts'
import { splitCardId } from '../../core/note.ts'
import type { CardId, Note, NoteId } from '../../core/note.ts'
import { OWN_EXAM } from '../../core/own-exam.ts'
import { whatNext } from '../../core/progress.ts'
import type { Progress, SkillProgress } from '../../core/progress.ts'
import { retrievability } from '../../core/schedule.ts'
import type { CardState } from '../../core/schedule.ts'
import type { CardRow } from '../components/part-cards.tsx'
import type { PartFigures } from '../components/part-list.tsx'
import type { Crumb } from '../components/progress-trail.tsx'
import { TYPE_NAMES, dueWords } from '../words/card.ts'
import { examName } from '../words/exam.ts'
import { PROGRESS, partName, partSentence } from '../words/progress.ts'
import type { BasisSkill } from '../components/part-basis.tsx'
import type { LoadedExam } from './load-exam.ts'
import type { NextSkill } from '../components/part-next.tsx'
import { figuresOf, progressById, weakestAddress, weakSkill } from './part-figures.ts'
import { addressOf, childrenOf, idOf, numberOf, parentsOf, studyAddress, titleOf } from './part.ts'
import type { Part } from './part.ts'

/** What the page of a domain, group or skill shows. */
export interface PartView {
  readonly kind: Part['kind']
  readonly title: string
  /** "Domain 4", "Group 4.2", "Skill". */
  readonly name: string
  readonly sentence: string
  readonly crumbs: readonly Crumb[]
  readonly figures: PartFigures
  readonly unseen: number
  /** The parts within it; none for a skill. */
  readonly children: readonly PartFigures[]
  /** The cards of a skill; none for other parts, or where the exam is not installed. */
  readonly cards: readonly CardRow[]
  /** Skills of the exam before it that a skill stands on. */
  readonly basis: readonly BasisSkill[]
  /** Of a domain the skills seen, lowest recall first; none for other parts. */
  readonly weakest: readonly NextSkill[]
  /** Address that studies exactly those, also what is not due; null where there are none. */
  readonly studyWeakest: string | null
  /** Address that studies exactly this part; null where nothing of it can be studied. */
  readonly study: string | null
}

const NOTHING: Progress = {
  cards: 0,
  seen: 0,
  due: 0,
  done: 0,
  planned: null,
  reviews: 0,
  recallOfSeen: null,
  recallOfAll: null,
}

/** @param notes those of the skill's cards, for their titles */
export function partViewOf(
  loaded: LoadedExam,
  part: Part,
  notes: ReadonlyMap<NoteId, Note>,
  isChosen: boolean,
  basis: readonly BasisSkill[] = [],
): PartView {
  const { exam } = loaded
  const all = progressById(loaded.progress)
  const progress = all.get(idOf(part)) ?? NOTHING
  const { cards, seen, due } = progress
  const weakest = weakestIn(loaded, part)
  return {
    kind: part.kind,
    title: titleOf(part),
    name: partName(part.kind, numberOf(part)),
    sentence: partSentence(progress, progress.recallOfSeen, progress.reviews),
    crumbs: crumbsOf(loaded, part),
    figures: figuresOf(loaded, part, progress),
    unseen: cards - seen,
    children: childrenOf(part).map((child) =>
      figuresOf(loaded, child, all.get(idOf(child)) ?? NOTHING),
    ),
    cards: cardsOfPart(loaded, part).flatMap((card) => cardRow(loaded, card, notes) ?? []),
    basis,
    weakest: weakest.map((skill) => weakSkill(loaded, skill, isChosen)),
    studyWeakest: isChosen && weakest.length > 0 ? weakestAddress(exam, weakest) : null,
    study: isChosen && (due > 0 || seen < cards) ? studyAddress(exam, idOf(part)) : null,
  }
}

/** Skills of a part shown as its weakest. */
const WEAKEST = 5

/** The weakest skills of a domain. Those of a group are all listed on its page. */
function weakestIn({ progress }: LoadedExam, part: Part): readonly SkillProgress[] {
  if (part.kind !== 'domain') return []
  const domains = progress.domains.filter(({ domain }) => domain.id === part.domain.id)
  return whatNext({ domains }, WEAKEST).weakest
}

/** The cards of a skill of an installed exam; none for other parts. */
export function cardsOfPart(loaded: LoadedExam, part: Part): CatalogCard[] {
  if (part.kind !== 'skill' || !loaded.isInstalled) return []
  return loaded.cards.filter(({ note }) => note.skills.includes(part.skill.id))
}

function crumbsOf({ exam }: LoadedExam, part: Part): Crumb[] {
  return [
    { to: addressOf(exam), short: examName(exam), title: null },
    ...(exam === OWN_EXAM ? [] : parentsOf(part)).map((parent) => ({
      to: addressOf(exam, parent),
      short: partName(parent.kind, numberOf(parent)),
      title: titleOf(parent),
    })),
  ]
}

/** When a card comes up: by its own day, or for an exam with a plan as the plan has it. */
function dueOf(
  { listed, today }: LoadedExam,
  cardId: CardId,
  state: CardState | undefined,
  isSuspended: boolean,
): string | null {
  if (isSuspended) return null
  if (listed === null) return state ? dueWords(state.dueDay - today) : null
  if (listed.has(cardId)) return PROGRESS.listed
  if (!state) return null
  return state.lastReviewDay >= today ? PROGRESS.doneToday : PROGRESS.byPlan
}

function cardRow(
  loaded: LoadedExam,
  { cardId }: CatalogCard,
  notes: ReadonlyMap<NoteId, Note>,
): CardRow | null {
  const { states, marks, today, scheduler } = loaded
  const { noteId, key } = splitCardId(cardId)
  const note = notes.get(noteId)
  if (!note) return null
  const state = states.get(cardId)
  const isSuspended = marks.get(cardId)?.suspended === true
  return {
    cardId,
    title: cardTitleOf(note, key),
    type: TYPE_NAMES[note.body.type],
    signs: [
      ...(note.status === 'recheck' ? [PROGRESS.recheck] : []),
      ...(isSuspended ? [PROGRESS.suspended] : []),
    ],
    phase: state ? (state.phase === 'review' ? 'review' : 'learning') : 'new',
    recall: state ? retrievability(state, today, scheduler) : null,
    due: dueOf(loaded, cardId, state, isSuspended),
    to: `/cards/${noteId}/${key}`,
  }
}
