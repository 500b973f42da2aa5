import type { ReactNode } from 'react'
import type { ExamId } from '../../core/note.ts'
import type { ExamView } from '../progress/exam-view.ts'
import { examName } from '../words/exam.ts'
import { PROGRESS, seenOf, studyable, todayOf } from '../words/progress.ts'
import { ActionBar } from './action-bar.tsx'
import { LinkButton } from './link-button.tsx'
import { Page } from './page.tsx'
import { PartList } from './part-list.tsx'
import { PartNext } from './part-next.tsx'
import { PartTable } from './part-table.tsx'
import styles from './progress-exam.module.css'
import { Section } from './section.tsx'
import { WeakestSkills } from './weakest-skills.tsx'

interface ProgressExamProps {
  readonly exam: ExamId
  readonly view: ExamView
  /** Wanted recall at the due moment, 0 to 1. */
  readonly wanted: number
  /** Time spent on each part in ms, by id; null until it is known. */
  readonly times: ReadonlyMap<string, number> | null
  /** Stands before what to do next, where the exam is not studied. */
  readonly notice: ReactNode
}

/** How far the learner is with an exam, and what to do next. */
export function ProgressExam({ exam, view, wanted, times, notice }: ProgressExamProps) {
  return (
    <Page title={`${PROGRESS.title} ${examName(exam)}`} heading={view.heading} lead={view.lead}>
      {notice}
      {view.study ? (
        <ActionBar>
          <LinkButton to={view.study} sub={leftOf(view)}>
            {PROGRESS.study} {examName(exam)}
          </LinkButton>
        </ActionBar>
      ) : null}
      <Ways exam={exam} view={view} />
      <Section title={byDomain(view)} aside={view.cards > 0 ? seenOf(view) : null}>
        <PartList parts={view.domains} wanted={wanted} />
        {view.cards > 0 ? (
          <PartTable kind="domain" caption={byDomain(view)} parts={view.domains} times={times} />
        ) : null}
      </Section>
      {view.cards > 0 && notice === null ? <Next view={view} /> : null}
      {view.guide === null ? null : (
        <p className={`${styles['outline']} small`}>
          {view.outline}{' '}
          <a href={view.guide} target="_blank" rel="noopener noreferrer">
            {PROGRESS.guide}
          </a>
        </p>
      )}
    </Page>
  )
}

function leftOf(view: ExamView): string {
  const { planned, due, cards, seen } = view
  return (planned === null ? null : todayOf(view)) ?? studyable(due, cards - seen)
}

/** To the plan of the exam and to what it may bring; own decks have no exam. */
function Ways({ exam, view }: Pick<ProgressExamProps, 'exam' | 'view'>) {
  if (view.guide === null || view.cards === 0) return null
  return (
    <p className={styles['ways']}>
      <LinkButton look="word" to={`/plan/${exam}`}>
        {PROGRESS.plan}
      </LinkButton>
      <LinkButton look="word" to={`/readiness?exam=${exam}`}>
        {PROGRESS.readiness}
      </LinkButton>
      {view.hasMock ? (
        <LinkButton look="word" to={`/mock?exam=${exam}`}>
          {PROGRESS.mock}
        </LinkButton>
      ) : null}
    </p>
  )
}

function byDomain({ cards, guide }: ExamView): string {
  if (guide === null) return PROGRESS.byDeck
  return cards > 0 ? PROGRESS.byDomain : PROGRESS.outline
}

function Next({ view }: { readonly view: ExamView }) {
  return (
    <div className={styles['next']}>
      <WeakestSkills skills={view.weakest} study={view.studyWeakest} />
      <Section title={PROGRESS.leastCovered} aside={PROGRESS.leastCoveredBasis}>
        {view.leastCovered.length > 0 ? (
          <PartNext skills={view.leastCovered} />
        ) : (
          <p className={`${styles['empty']} note`}>{PROGRESS.coveredEmpty}</p>
        )}
      </Section>
    </div>
  )
}
