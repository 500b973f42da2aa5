import type { HistoryEntry } from '../../core/card-history.ts'
import { textOfHtml } from '../../core/card-title.ts'
import type { Note } from '../../core/note.ts'
import type { Rated, Review } from '../../core/review.ts'
import { studyDayOf } from '../../core/time.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import type { HistoryLine } from '../components/history-table.tsx'
import { faceOf } from '../study/question.ts'
import {
  CARD,
  chosenEarlier,
  chosenWords,
  durationWords,
  judgedName,
  takenBack as takenBackWords,
} from '../words/card.ts'
import { clockTime, dayName } from '../words/dates.ts'
import { ratingName } from '../words/rating.ts'

interface HistoryContext {
  readonly note: Note
  readonly key: string
  readonly buttons: 'two' | 'four'
  readonly today: StudyDayNumber
}

/** The log of a card in words, in the order of `history`. */
export function historyLines(
  history: readonly HistoryEntry[],
  context: HistoryContext,
): HistoryLine[] {
  const reset = history.findIndex(({ entry, counts }) => entry.kind === 'reset' && counts)
  return history.map(({ entry, takenBack, counts }, index) => {
    const { id, at, utcOffsetMin } = entry
    return {
      id,
      date: dateOf(entry, context.today),
      time: clockTime(at, utcOffsetMin),
      standing: takenBack ? 'taken back' : counts ? 'counts' : 'past',
      ...wordsOf(entry, context),
      remarks: [
        ...(entry.kind === 'rated' ? answerRemarks(entry, context) : []),
        takenBack && takenBackWords(dateOf(takenBack, context.today)),
        !takenBack && reset >= 0 && index > reset && CARD.beforeReset,
      ].filter((remark) => typeof remark === 'string'),
    }
  })
}

/** The day on the calendar where the entry was made. */
export function dateOf({ at, utcOffsetMin }: Review, today: StudyDayNumber): string {
  return dayName(studyDayOf(at, { utcOffsetMin, rolloverHour: 0 }), today)
}

function wordsOf(
  entry: HistoryEntry['entry'],
  { buttons, today }: HistoryContext,
): Pick<HistoryLine, 'answer' | 'tone' | 'duration'> {
  if (entry.kind === 'reset') return { answer: CARD.reset, tone: 'none', duration: null }
  if (entry.kind === 'rescheduled') {
    const answer = CARD.rescheduled(dayName(entry.dueDay, today))
    return { answer, tone: 'none', duration: null }
  }
  return {
    answer: ratingName(entry.rating, buttons),
    tone: entry.rating === 'again' ? 'again' : 'good',
    duration: durationWords(entry.durationMs),
  }
}

function answerRemarks(entry: Rated, context: HistoryContext): (string | null)[] {
  const answered = [judgedName(entry.answer), chosenRemark(entry, context)]
  return [
    answered.filter((words) => words !== null).join(', ') || null,
    entry.mode === 'cram' ? CARD.cram : null,
  ]
}

/** What was chosen, if the note still reads as it did then. */
function chosenRemark({ answer, rev }: Rated, { note, key }: HistoryContext): string | null {
  if (!answer || answer.chosen.length === 0) return null
  if (rev !== note.rev) return chosenEarlier(rev)
  const texts = optionTexts(note, key)
  const names = answer.chosen.map((chosen) => texts.get(chosen))
  return chosenWords(names.filter((name) => name !== undefined))
}

/** Texts of the options or steps of a card by their keys. */
function optionTexts(note: Note, key: string): ReadonlyMap<string, string> {
  const question = faceOf(note, key)?.question
  const options =
    question?.kind === 'choice' || question?.kind === 'which'
      ? question.body.options
      : question?.kind === 'order'
        ? [...question.body.steps, ...question.body.decoys]
        : []
  return new Map(options.map((option) => [option.key, textOfHtml(option.html)]))
}
