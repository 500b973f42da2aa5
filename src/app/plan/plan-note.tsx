import { Link } from 'react-router'
import type { PlannedDay } from '../../core/study/planned.ts'
import { Section } from '../components/section.tsx'
import { daysToExam, PLAN_NOTE } from '../words/plan-note.ts'
import styles from './plan-note.module.css'

interface PlanNoteProps {
  /** What the plan has for today; null without a plan. */
  readonly planned: PlannedDay | null
}

/** On Today: the days to each exam and the minutes of the plan, or a way to make one. */
export function PlanNote({ planned }: PlanNoteProps) {
  const daysLeft = planned?.daysLeft ?? []
  const link = <Link to="/plan">{planned ? PLAN_NOTE.plan : PLAN_NOTE.make}</Link>
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
      <p className={`${styles['text']} note`}>
        {planned ? PLAN_NOTE.minutes(planned.minutes) : PLAN_NOTE.none}
      </p>
    </Section>
  )
}
