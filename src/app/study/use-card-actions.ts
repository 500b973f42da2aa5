import { useImperativeHandle } from 'react'
import type { Ref, RefObject } from 'react'
import { choiceId } from '../components/choice-list.tsx'
import type { Rating } from '../../core/review.ts'
import type { Note } from '../../core/note.ts'
import { isMultiple } from './attempt.ts'
import { askingActs, optionKeys, ratingActs } from './card-keys.ts'
import { copyText, commandOf } from './copy.ts'
import { useActions } from './prefs.ts'
import type { Face, Question } from './question.ts'
import { useSpeech } from './use-speech.ts'
import type { AttemptState } from './use-attempt.ts'
import type { Trouble } from './view.ts'

interface CardActions {
  readonly note: Note
  readonly face: Face
  readonly state: AttemptState
  readonly group: RefObject<HTMLElement | null>
  readonly questionId: string
  readonly buttons: 'two' | 'four'
  /** Not null while a rating waits to be saved: then it is the only thing to be done. */
  readonly trouble: Trouble | null
  readonly areNotesOpen: boolean
  readonly onNotes: (open: boolean) => void
  readonly rate: (rating: Rating) => void
  readonly guess: () => void
  readonly onSay: (words: string) => void
  readonly speaker: Ref<() => void>
}

/** Everything that can be done by key with the card on screen. */
export function useCardActions(card: CardActions): void {
  const { note, face, state, questionId, trouble, areNotesOpen } = card
  const { question } = face
  const { judged } = state
  const isSelfGraded = question.kind === 'recall'
  const speak = useSpeech(face, state)
  useImperativeHandle(card.speaker, () => speak)
  const common = {
    details: () => card.onNotes(!areNotesOpen),
    speak,
    ...(judged
      ? { source: () => openSource(note), copy: () => void copy(question, card.onSay) }
      : {}),
  }
  const isChoosing = !judged && !state.areOptionsHidden
  const answering = judged
    ? ratingActs(judged, isSelfGraded, card.buttons, card.rate, card.guess)
    : { ...askingActs(state, isSelfGraded), hint: () => card.onSay(state.showHint() ?? '') }
  const focus = (key: string) =>
    document.getElementById(choiceId(questionId, key))?.focus({ preventScroll: true })
  useActions(
    trouble === null ? { ...common, ...answering } : common,
    isChoosing && trouble === null ? optionKeys(state, isMultiple(question), focus) : {},
  )
}

interface Swipes {
  readonly onLeft: (() => void) | null
  readonly onRight: (() => void) | null
  readonly onTap: (() => void) | null
}

/** What a tap on the card and a swipe to either side do; swipes only rate what the learner judges. */
export function swipes(
  state: AttemptState,
  isSelfGraded: boolean,
  rate: (rating: Rating) => void,
): Swipes {
  const { judged, check } = state
  if (!judged) return { onLeft: null, onRight: null, onTap: isSelfGraded ? check : null }
  const onRight = () => rate(judged.rating)
  return { onLeft: isSelfGraded ? () => rate('again') : null, onRight, onTap: null }
}

async function copy(question: Question, onSay: (words: string) => void): Promise<void> {
  const command = commandOf(question)
  if (command !== null) onSay(await copyText(command))
}

function openSource({ sources }: Note): void {
  const [source] = sources
  if (source) window.open(source.url, '_blank', 'noopener,noreferrer')
}
