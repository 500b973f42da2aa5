import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { Link, useRevalidator } from 'react-router'
import { fullScheduleOf } from '../../core/exam-schedule.ts'
import type { ExamSchedule, SchedulePart } from '../../core/exam-schedule.ts'
import type { DueChange } from '../../db/use-weights.ts'
import { useApp } from '../app.ts'
import { ActionBar } from '../components/action-bar.tsx'
import { Button } from '../components/button.tsx'
import { ExamSwitch } from '../components/exam-switch.tsx'
import { Notice } from '../components/notice.tsx'
import { Columns, Page } from '../components/page.tsx'
import { ScheduleForm } from '../components/schedule-form.tsx'
import { ScheduleOutcomes } from '../components/schedule-outcome.tsx'
import { Working } from '../components/working.tsx'
import { useChanges } from '../hooks/use-changes.ts'
import { useJobs } from '../memory/use-jobs.ts'
import { useSimulation } from '../plan/use-simulation.ts'
import { dayName } from '../words/dates.ts'
import { MEMORY } from '../words/memory.ts'
import { dueBy, dueInShort, SCHEDULE } from '../words/schedule.ts'
import { CHANCES, isSameSchedule, LONGEST, RETENTIONS, stepsOf, tidied } from './choices.ts'
import { consequencesOf, workOf } from './consequences.ts'
import type { ScheduleData } from './load-schedule.ts'
import styles from './schedule-page.module.css'

/** How the cards of an exam are scheduled: each setting, what it comes to, and nothing before it is confirmed. */
export function SchedulePage({ data }: { readonly data: ScheduleData }) {
  const { exam, exams, settings, saved, begun, former, usualRetention } = data
  const [draft, setDraft] = useState<ExamSchedule>(begun)
  const subject = useMemo(() => ({ data, draft }), [data, draft])
  const state = useSimulation(subject, (of) => workOf(of.data, of.draft))
  const change = useScheduleChange(data, draft)
  const worked = state.result?.of === subject ? state.result.worked : null
  const latest = state.result?.worked ?? null
  const outcomes = worked?.kind === 'schedules' ? worked.outcomes : null
  const shown = latest?.kind === 'schedules' ? latest.outcomes : null
  const isSame = isSameSchedule(draft, saved)
  const said = useMemo(() => consequencesOf(data, draft, outcomes), [data, draft, outcomes])
  const put = (next: SchedulePart) => setDraft(tidied(next))
  return (
    <div className={styles['schedule']} data-exam={exam.toLowerCase()}>
      {exams.length > 1 ? (
        <div className={styles['switch']}>
          <ExamSwitch
            label={SCHEDULE.exams}
            exams={exams}
            current={exam}
            hrefOf={(each) => `/plan/${each}/scheduling`}
          />
        </div>
      ) : null}
      <Page title={SCHEDULE.title(exam)} heading={SCHEDULE.title(exam)} lead={SCHEDULE.lead}>
        <p className={styles['back']}>
          <Link to={`/plan/${exam}`}>{SCHEDULE.back}</Link>
        </p>
        <Notes data={data} />
        <Columns
          side={
            <ScheduleOutcomes
              now={shown?.[0] ?? null}
              then={isSame ? null : (shown?.[1] ?? null)}
              done={state.done}
              isCancelled={state.isCancelled}
              onCancel={state.cancel}
              onAgain={state.again}
            />
          }
        >
          <ScheduleForm
            schedule={fullScheduleOf(draft)}
            usualRetention={usualRetention}
            rolloverHour={settings.rolloverHour}
            said={said}
            retentions={RETENTIONS}
            longest={LONGEST}
            chances={CHANCES}
            readSteps={stepsOf}
            onChange={(part) => put({ ...draft, ...part })}
          />
          <p className={styles['ways']}>
            {isSameSchedule(draft, {}) ? null : (
              <Button look="word" onClick={() => put({})}>
                {SCHEDULE.reset}
              </Button>
            )}
            {former && !isSameSchedule(draft, former) ? (
              <Button look="word" onClick={() => put(former)}>
                {SCHEDULE.former}
              </Button>
            ) : null}
          </p>
        </Columns>
        <Confirm change={change} isSame={isSame} />
      </Page>
    </div>
  )
}

/** What has to be known of this exam besides: its date, and exams that lead its cards. */
function Notes({ data: { exam, examDay, today, leaders } }: { readonly data: ScheduleData }) {
  return (
    <div className={styles['notes']}>
      {examDay === null ? null : (
        <p className="note">{SCHEDULE.dated(exam, dayName(examDay, today))}</p>
      )}
      {leaders.length === 0 ? null : <p className="note">{SCHEDULE.leaders(leaders)}</p>}
    </div>
  )
}

interface ScheduleChange {
  readonly jobs: ReturnType<typeof useJobs>
  /** What comes due with the draft; null until it is worked out. */
  readonly due: DueChange | null
  readonly isUsed: boolean
  readonly ask: () => void
  readonly use: () => void
}

/** Milliseconds of rest after which it is worked out what a change would bring. */
const REST_MS = 400

/** Asks what a draft would change, and puts it into force once it is confirmed. */
function useScheduleChange(data: ScheduleData, draft: ExamSchedule): ScheduleChange {
  const { exam, saved, today, device } = data
  const app = useApp()
  const jobs = useJobs()
  const { revalidate } = useRevalidator()
  useChanges(() => void revalidate())
  const [found, setFound] = useState<{ readonly due: DueChange; readonly of: ExamSchedule } | null>(
    null,
  )
  const [used, setUsed] = useState<ExamSchedule | null>(null)

  const ask = (of: ExamSchedule) => {
    if (isSameSchedule(of, saved)) return jobs.giveUp()
    jobs.begin({ kind: 'dueBySchedule', exam, schedule: of, today }, (due) => setFound({ due, of }))
  }
  const askLater = useEffectEvent(ask)
  useEffect(() => {
    const timer = setTimeout(() => askLater(draft), REST_MS)
    return () => clearTimeout(timer)
  }, [draft])

  return {
    jobs,
    due: found?.of === draft ? found.due : null,
    ask: () => ask(draft),
    isUsed: used === draft && isSameSchedule(draft, saved),
    use: () => {
      const change = { exam, schedule: tidied(draft), now: app.now(), device }
      jobs.begin({ kind: 'useSchedule', ...change }, () => {
        setUsed(draft)
        app.db.changes.echo({ kind: 'projected' })
        void revalidate()
      })
    },
  }
}

interface ConfirmProps {
  readonly change: ScheduleChange
  readonly isSame: boolean
}

/** How many cards come due, and the one button: nothing holds before it is pressed. */
function Confirm({ change: { jobs, due, isUsed, ask, use }, isSame }: ConfirmProps) {
  const { underWay, problem } = jobs
  const isUsing = underWay?.kind === 'useSchedule'
  return (
    <>
      {problem === null ? null : <Notice kind="error">{problem}</Notice>}
      <output className={styles['words']}>
        {isUsed && isSame ? <Notice isSilent>{SCHEDULE.inUse}</Notice> : null}
        {!isSame && due && !isUsing ? dueBy(due) : null}
      </output>
      {underWay ? (
        <Working
          label={MEMORY.working[underWay.kind]}
          share={underWay.share}
          onCancel={jobs.giveUp}
        />
      ) : null}
      {isSame || underWay ? null : (
        <div className={styles['save']}>
          <ActionBar>
            {due ? (
              <Button onClick={use} sub={dueInShort(due)}>
                {SCHEDULE.use}
              </Button>
            ) : (
              <Button look="plain" onClick={ask}>
                {SCHEDULE.ask}
              </Button>
            )}
          </ActionBar>
        </div>
      )}
    </>
  )
}
