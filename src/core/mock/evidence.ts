import type { ExamId } from '../note.ts'
import { isMeasure } from './result.ts'
import type { Begun, Submitted } from './steps.ts'

/** A run that was submitted. */
export interface Finished {
  readonly begun: Begun
  readonly submitted: Submitted
}

/** First answers to questions of mock exams in one domain. */
export interface DomainEvidence {
  /** Id of the domain. */
  readonly domain: string
  /** Questions answered right; one with several parts counts by its share of points, so it need not be whole. */
  readonly right: number
  readonly asked: number
}

/**
 * What mock exams tell of an exam, domain by domain, for readiness: only runs under exam conditions over
 * the whole exam, and of these only questions that were asked for the first time and not left open. Each
 * note counts once, in its earliest run.
 */
export function evidenceOf(finished: readonly Finished[], exam: ExamId): DomainEvidence[] {
  const seen = new Set<string>()
  const found = new Map<string, { right: number; asked: number }>()
  const runs = finished
    .filter(({ begun }) => begun.exam === exam && isMeasure(begun))
    .toSorted((a, b) => a.begun.at - b.begun.at || (a.begun.run < b.begun.run ? -1 : 1))
  for (const { begun, submitted } of runs) {
    begun.questions.forEach(({ noteId, key, domain, isRepeat }, q) => {
      const mark = submitted.marks[q]
      const question = `${noteId} ${key ?? ''}`
      // `first` is null exactly where the question was never given an answer.
      if (isRepeat || !mark || mark.of === 0 || mark.first === null || seen.has(question)) return
      seen.add(question)
      const sum = found.get(domain) ?? { right: 0, asked: 0 }
      found.set(domain, { right: sum.right + mark.points / mark.of, asked: sum.asked + 1 })
    })
  }
  return [...found].map(([domain, sum]) => ({ domain, ...sum }))
}
