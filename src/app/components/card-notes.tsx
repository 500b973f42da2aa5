import type { Place } from '../../core/blueprint.ts'
import type { ExamId, Note, Source } from '../../core/note.ts'
import type { Reason } from '../../core/study/queue.ts'
import type { CardState } from '../../core/schedule.ts'
import type { Instant, StudyDayNumber } from '../../core/time.ts'
import { dateName, dayName } from '../words/dates.ts'
import { examName } from '../words/exam.ts'
import { NOTES } from '../words/study.ts'
import { MarginNotes } from './margin-notes.tsx'
import type { MarginNote } from './margin-notes.tsx'

export interface CardContext {
  readonly place: Place | undefined
  readonly exams: readonly ExamId[]
  readonly reason: Reason
  /** The state before this answer; null for a new card. */
  readonly state: CardState | null
  readonly shownAt: Instant
  readonly today: StudyDayNumber
}

interface CardNotesProps {
  readonly note: Note
  readonly context: CardContext
  /** The source is shown with the answer only: its name may give the answer away. */
  readonly answered: boolean
  readonly open: boolean
  readonly onToggle: (open: boolean) => void
}

/** Why this card now, what it counts for and where it comes from. */
export function CardNotes({ note, context, answered, open, onToggle }: CardNotesProps) {
  const notes = [...contextNotes(context), ...(answered ? sourceNotes(note) : [])]
  return <MarginNotes notes={notes} open={open} onToggle={onToggle} />
}

function contextNotes({ place, exams, reason, state, shownAt, today }: CardContext): MarginNote[] {
  const seen = state ? NOTES.times(state.reps, dayName(state.lastReviewDay, today)) : NOTES.never
  return [
    ...(place ? [{ term: NOTES.skill, detail: place.skill.title }] : []),
    ...(exams.length > 1
      ? [{ term: NOTES.countsFor, detail: exams.map(examName).join(', ') }]
      : []),
    { term: NOTES.whyNow, detail: NOTES.why(reason, shownAt) },
    { term: NOTES.seen, detail: seen },
  ]
}

function sourceNotes({ sources, verified, status }: Note): MarginNote[] {
  const term = sources.length > 1 ? NOTES.sources : NOTES.source
  const state = status === 'recheck' ? NOTES.recheck : status === 'draft' ? NOTES.draft : null
  return [
    ...(sources.length > 0 ? [{ term, detail: <SourceList sources={sources} /> }] : []),
    ...(verified === '' ? [] : [{ term: NOTES.checked, detail: dateName(verified) }]),
    ...(state ? [{ term: NOTES.state, detail: state }] : []),
  ]
}

function SourceList({ sources }: { readonly sources: readonly Source[] }) {
  return (
    <ul>
      {sources.map(({ url, readOn }) => (
        <li key={url}>
          <a href={url} target="_blank" rel="noopener noreferrer">
            {sourceName(url)}
          </a>
          {readOn ? NOTES.readOn(dateName(readOn)) : null}
        </li>
      ))}
    </ul>
  )
}

/** "learn.microsoft.com: bastion / configuration-settings": host and the end of the path. */
export function sourceName(url: string): string {
  const { hostname, pathname } = new URL(url)
  const path = pathname
    .split('/')
    .filter((part) => part !== '' && !/^[a-z]{2}-[a-z]{2}$/.test(part))
  return `${hostname.replace(/^www\./, '')}: ${path.slice(-2).join(' / ')}`
}
