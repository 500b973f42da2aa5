import { Link } from 'react-router'
import type { ExamId } from '../../core/note.ts'
import type { PlannedDay } from '../../core/study/planned.ts'
import { Section } from '../components/section.tsx'
import { besidesWords, daysToExam, PLAN_NOTE } from '../words/plan-note.ts'
import styles from './plan-note.module.css'

interface PlanNoteProps {
  /** What the plan has for today; null without a plan. */
  readonly planned: PlannedDay | null
  /** The exams without a plan of which something comes up today, and its minutes. */
  readonly besides: Besides
}

export interface Besides {
  readonly exams: readonly ExamId[]
  readonly minutes: number
}

/** On Today: the days to each exam, which minutes are the plan's and which are not, or a way to make one. */
export function PlanNote({ planned, besides }: PlanNoteProps) {
  const daysLeft = planned?.daysLeft ?? []
  const link = <Link to="/plan">{planned ? PLAN_NOTE.plan : PLAN_NOTE.make}</Link>
  const lines = planned ? linesOf(planned, besides) : [PLAN_NOTE.none]
  return (
    <Section title={PLAN_NOTE.title} aside={link}>
      {daysLeft.length > 0 ? (
        <ul className={`${styles['exams']} note num`}>
          {daysLeft.map(({ exam, days }) => (
            <li key={exam} data-exam={exam.toLowerCase()}>
              <span>{exam}</span>
              <span>{daysToExam(days)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {lines.map((line) => (
        <p key={line} className={`${styles['text']} note`}>
          {line}
        </p>
      ))}
    </Section>
  )
}

function linesOf(planned: PlannedDay, besides: Besides): readonly string[] {
  const { exams, resting, daysLeft, minutes } = planned
  const over = planned.over ?? []
  const isToday = daysLeft.some(({ exam, days }) => days === 0 && resting.has(exam))
  const gone = over.filter((exam) => !resting.has(exam))
  const archived = over.filter((exam) => resting.has(exam))
  return [
    ...(isToday ? [PLAN_NOTE.onTheDay] : []),
    ...(gone.length > 0 ? [PLAN_NOTE.over(gone)] : []),
    ...(archived.length > 0 ? [PLAN_NOTE.resting(archived)] : []),
    ...(exams.size > 0 ? [minutes === 0 ? PLAN_NOTE.dayOff : PLAN_NOTE.minutes(minutes)] : []),
    ...(besides.exams.length > 0 ? [besidesWords(besides.exams, besides.minutes)] : []),
  ]
}
