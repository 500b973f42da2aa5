import { cardsPerDomain, daysLeft } from './cards.ts'
import type { PlanCards, PlanExam } from './cards.ts'
import type { Memory } from './memory.ts'
import type { StudyDayNumber } from '../time.ts'

/**
 * Expected recall on the exam day of each domain of an exam if nothing more is studied, 0 to 1; cards never
 * seen count with what was known before. A domain without cards counts 0.
 */
export function recallByDomain(
  memory: Memory,
  cards: PlanCards,
  exam: PlanExam,
  today: StudyDayNumber,
): number[] {
  const examDay = today + daysLeft(exam, today)
  const sums = exam.shares.map(() => 0)
  for (let card = 0; card < cards.count; card += 1) {
    const domain = exam.domainOf[card] ?? -1
    if (domain < 0) continue
    const recall = cards.seen[card]
      ? memory.recall(examDay - (cards.lastDay[card] ?? 0), cards.stability[card] ?? 0)
      : (exam.unseenRecall[domain] ?? 0)
    sums[domain] = (sums[domain] ?? 0) + recall
  }
  const counts = cardsPerDomain(exam)
  return sums.map((sum, domain) => (counts[domain] ? sum / counts[domain] : 0))
}

/** Expected share of an exam's content recalled on its day, 0 to 1, if nothing more is studied. */
export function expectedScore(
  memory: Memory,
  cards: PlanCards,
  exam: PlanExam,
  today: StudyDayNumber,
): number {
  return recallByDomain(memory, cards, exam, today).reduce(
    (sum, recall, domain) => sum + recall * (exam.shares[domain] ?? 0),
    0,
  )
}
