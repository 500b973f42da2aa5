import { lazy, Suspense, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Domain } from '../../core/blueprint.ts'
import type { CardId, ExamId } from '../../core/note.ts'
import { cardsPerDomain } from '../../core/plan/cards.ts'
import type { Forecast } from '../../core/plan/forecast.ts'
import { dayOfDate } from '../../core/plan-settings.ts'
import type { ExamPlan } from '../../core/plan-settings.ts'
import { DAY_MS } from '../../core/time.ts'
import { ExamSwitch } from '../components/exam-switch.tsx'
import { Columns, Page } from '../components/page.tsx'
import { PlanForm } from '../components/plan-form.tsx'
import { PlanMore } from '../components/plan-more.tsx'
import { dayName } from '../words/dates.ts'
import * as words from '../words/plan.ts'
import { draftOf, draftPhase, othersAhead, usualMinutes, workOf } from './draft.ts'
import { withDate, withMinutes, withMinutesOn } from './draft.ts'
import type { PlanDraft } from './draft.ts'
import type { PlanBase } from './load-plan.ts'
import { OutcomeSection } from './outcome-section.tsx'
import { PlanSide } from './plan-side.tsx'
import { SavePlan } from './save-plan.tsx'
import styles from './plan-page.module.css'
import { useSimulation } from './use-simulation.ts'

const { PLAN } = words

const Quiz = lazy(async () => ({ default: (await import('./placement-quiz.tsx')).PlacementQuiz }))

interface PlanPageProps {
  readonly base: PlanBase
  readonly exam: ExamId
  readonly exams: readonly ExamId[]
}

/** What a choice means before it is saved, and the choice. */
export function PlanPage({ base, exam, exams }: PlanPageProps) {
  const { today } = base.day
  const saved = base.plans.exams.get(exam)
  const [draft, setDraft] = useState(() => draftOf(base, exam))
  const [quizzed, setQuizzed] = useState<Domain | null>(null)
  const domains = base.exams.find((row) => row.exam === exam)?.blueprint.domains ?? []
  const state = useSimulation(draft, (chosen) => workOf(base, exam, chosen))
  const phase = draftPhase(draft, today)
  // Of an earlier choice what was found stays in sight, but nothing is said of this one by it.
  const worked = state.result?.of === draft ? state.result.worked : null
  const forecast = worked?.kind === 'forecast' ? worked.forecast : null
  const change = (plan: Partial<ExamPlan>) =>
    setDraft({ ...draft, plan: { ...draft.plan, ...plan } })
  const counts = useCounts(base, exam)
  const suspended = useCounts(base, exam, isSuspendedNew)
  const recall = useRetention(base, exam, change)
  const nameOf = (ahead: number) => (ahead === 0 ? 'today' : dayName(today + ahead, today))
  const { date } = draft.plan
  return (
    <div className={styles['plan']} data-exam={exam.toLowerCase()}>
      {exams.length > 1 ? (
        <div className={styles['switch']}>
          <ExamSwitch
            label={PLAN.exams}
            exams={exams}
            current={exam}
            hrefOf={(each) => `/plan/${each}`}
          />
        </div>
      ) : null}
      <Page
        title={`${PLAN.title} ${exam}`}
        heading={<Heading draft={draft} phase={phase} forecast={forecast} />}
        lead={leadOf(phase, forecast, counts)}
      >
        <Columns
          side={
            <PlanSide
              {...{ draft, phase, domains, counts, suspended, nameOf, onDraft: setDraft }}
              result={state.isCancelled ? null : state.result}
              retention={
                recall.scheduled ?? draft.plan.desiredRetention ?? base.settings.desiredRetention
              }
              onRetention={recall.choose}
            />
          }
        >
          <PlanForm
            draft={draft}
            earliest={dateOf(today + 1)}
            when={date !== null && phase === 'dated' ? whenOf(date, today) : null}
            shared={words.sharedWith(othersAhead(base, exam), today)}
            onDate={(next) => setDraft(withDate(draft, next, saved, today))}
            onMinutes={(minutes) => setDraft(withMinutes(draft, minutes))}
            onMinutesOn={(weekday, minutes) => setDraft(withMinutesOn(draft, weekday, minutes))}
          />
          {phase === 'dated' && usualMinutes(draft) > 0 ? (
            <OutcomeSection state={state} nameOf={nameOf} />
          ) : null}
        </Columns>
        <div className={styles['more']}>
          <PlanMore
            {...{ exam, domains, plan: draft.plan, onChange: change, onQuiz: setQuizzed }}
            isDated={phase === 'dated'}
            usualNew={base.settings.newPerDay}
            usualRetention={base.settings.desiredRetention}
            scheduledRetention={recall.scheduled}
            limitNote={limitNote(forecast)}
          />
        </div>
        <SavePlan
          {...{ exam, draft }}
          isNew={!saved}
          savedKey={JSON.stringify(draftOf(base, exam))}
        />
      </Page>
      {quizzed ? (
        <Suspense>
          <Quiz
            base={base}
            exam={exam}
            domain={quizzed}
            onClose={() => setQuizzed(null)}
            onKnown={(share) => change({ known: { ...draft.plan.known, [quizzed.id]: share } })}
          />
        </Suspense>
      ) : null}
    </div>
  )
}

/** Where wanted recall is set: in the scheduling of the exam if it is set there, else in the plan. */
function useRetention(
  { settings }: PlanBase,
  exam: ExamId,
  change: (plan: Partial<ExamPlan>) => void,
) {
  const navigate = useNavigate()
  const scheduled = settings.schedules[exam]?.desiredRetention ?? null
  const choose = (desiredRetention: number) =>
    scheduled === null
      ? change({ desiredRetention })
      : void navigate(`/plan/${exam}/scheduling?recall=${desiredRetention}`)
  return { scheduled, choose }
}

interface HeadingProps {
  readonly draft: PlanDraft
  readonly phase: ReturnType<typeof draftPhase>
  readonly forecast: Forecast | null
}

function Heading({ draft, phase, forecast }: HeadingProps) {
  if (phase === 'undated') return PLAN.noDate
  if (phase === 'over') return PLAN.over
  if (phase === 'today') return PLAN.today
  const minutes = usualMinutes(draft)
  if (minutes === 0) return PLAN.noTime
  const share = forecast ? words.band(forecast.chosen) : '…'
  return words.headline(minutes, share).map((half, index) => (
    <span key={half}>
      {index > 0 ? ' ' : null}
      <span className="nb">{half}</span>
    </span>
  ))
}

function leadOf(
  phase: ReturnType<typeof draftPhase>,
  forecast: Forecast | null,
  counts: readonly number[],
): string | null {
  if (phase === 'undated') return PLAN.noDateLead
  if (phase === 'over') return PLAN.overLead
  if (phase === 'today') return PLAN.todayLead
  return forecast ? words.seeWords(sum(counts), sum(forecast.chosen.unseen)) : null
}

function limitNote(forecast: Forecast | null): string | null {
  return forecast?.unlimited ? words.limitCost(forecast.chosen, forecast.unlimited) : null
}

/** Cards of the exam by domain: all, or those of a kind. */
function useCounts(
  base: PlanBase,
  exam: ExamId,
  isCounted?: (base: PlanBase, cardId: CardId) => boolean,
): number[] {
  return useMemo(() => {
    const { day, exams } = base
    const domains = exams.find((row) => row.exam === exam)?.blueprint.domains ?? []
    const indexOf = new Map(domains.map(({ id }, index) => [id, index]))
    const domainOf = Int16Array.from(day.cards, ({ cardId, note }) => {
      if (isCounted?.(base, cardId) === false) return -1
      const place = note.skills.map((skill) => day.places.get(skill)).find((p) => p?.exam === exam)
      return place ? (indexOf.get(place.domain.id) ?? -1) : -1
    })
    return cardsPerDomain({ shares: domains.map(() => 0), domainOf })
  }, [base, exam, isCounted])
}

function isSuspendedNew({ day, states }: PlanBase, cardId: CardId): boolean {
  return day.marks.get(cardId)?.suspended === true && !states.has(cardId)
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

function whenOf(date: string, today: number): string {
  return words.dateWords(dayOfDate(date), today)
}

/** `YYYY-MM-DD` of a study day. */
function dateOf(day: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC' }).format(day * DAY_MS)
}
