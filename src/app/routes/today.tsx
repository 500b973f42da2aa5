import { Fragment, lazy, Suspense, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { redirect, useLoaderData, useNavigate, useRevalidator } from 'react-router'
import { dayPlan, total } from '../../core/study/day-plan.ts'
import { doneIn } from '../../core/study/done.ts'
import { effectiveRatings } from '../../core/log.ts'
import { buildQueue } from '../../core/study/queue.ts'
import type { Settings } from '../../core/settings.ts'
import { startOfStudyDay, studyDayOf } from '../../core/time.ts'
import type { Instant, StudyClock } from '../../core/time.ts'
import { minutesOf, paceOf } from '../../core/study/workload.ts'
import type { OwnPace } from '../../core/study/workload.ts'
import { reviewsSince } from '../../db/log.ts'
import { loadSettings } from '../../db/settings.ts'
import { besidePlan } from '../beside-plan.ts'
import { clockAt } from '../app.ts'
import type { App } from '../app.ts'
import { ActionBar } from '../components/action-bar.tsx'
import { Button } from '../components/button.tsx'
import { Kbd } from '../components/kbd.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Columns, Page } from '../components/page.tsx'
import { TodaySide } from '../components/today-side.tsx'
import type { Coverage } from '../components/today-side.tsx'
import { TodayTable } from '../components/today-table.tsx'
import { useChanges } from '../hooks/use-changes.ts'
import { useHotkeys } from '../hooks/use-hotkeys.ts'
import { useLater } from '../hooks/use-later.ts'
import type { Screen } from '../screen.ts'
import { warmUpStudy } from '../warm-up.ts'
import { loadStudyDay } from '../study-day.ts'
import type { LoadedDay } from '../study-day.ts'
import * as words from '../words/today.ts'
import { examList } from '../words/welcome.ts'
import styles from './today.module.css'

const { TODAY } = words

/** Comes after the screen itself, so that it is no part of the first load. */
const ToDecide = lazy(async () => ({ default: (await import('../notes/to-decide.tsx')).ToDecide }))
const BackupReminder = lazy(async () => ({
  default: (await import('../backup/reminder.tsx')).BackupReminder,
}))
const ChooseSession = lazy(async () => ({
  default: (await import('../study/choose-session.tsx')).ChooseSession,
}))

const MockNote = lazy(async () => ({ default: (await import('../mock/mock-note.tsx')).MockNote }))
const PlanBeyond = lazy(async () => ({
  default: (await import('../plan/plan-beyond.tsx')).PlanBeyond,
}))
const PlanNote = lazy(async () => ({ default: (await import('../plan/plan-note.tsx')).PlanNote }))

/** Days whose answers show how fast the learner is. */
const PACE_DAYS = 3

/** What is to do today, what was done, and one button to begin. */
export function todayRoute(app: App): Screen {
  return { loader: todayLoader(app), Component: TodayPage }
}

function todayLoader(app: App) {
  return async () => {
    const settings = await loadSettings(app.db)
    if (settings.exams.length === 0) return redirect('/welcome')
    const now = app.now()
    const clock = clockAt(app, now, settings.rolloverHour)
    return todayOf(app, settings, now, clock)
  }
}

async function todayOf(app: App, settings: Settings, now: Instant, clock: StudyClock) {
  const today = studyDayOf(now, clock)
  const start = startOfStudyDay(today, clock)
  const [loaded, recent] = await Promise.all([
    loadStudyDay(app.db, settings, today),
    reviewsSince(app.db, startOfStudyDay(today - PACE_DAYS, clock)),
  ])
  const pace = paceOf(effectiveRatings(recent).map(({ durationMs }) => durationMs))
  const queue = buildQueue(loaded.day, {}, now)
  const plans = dayPlan(
    queue,
    loaded.exams.map(({ blueprint }) => blueprint),
  )
  return {
    today,
    counts: queue.counts,
    minutes: minutesOf(queue.entries, pace),
    plans: plans.map((plan) => ({ plan, minutes: minutesOf(plan.entries, pace) })),
    planned: loaded.day.planned ?? null,
    ...besidePlan(loaded, queue, pace),
    shared: plans.reduce((sum, { counts }) => sum + total(counts), 0) - queue.entries.length,
    done: doneIn(recent.filter(({ at }) => at >= start)),
    coverage: coverageOf(loaded),
    missing: settings.exams.filter((exam) => !loaded.exams.some((row) => row.exam === exam)),
    tomorrow: queue.entries.length > 0 ? null : await tomorrowOf(app, settings, today, clock, pace),
    untilNextDayMs: startOfStudyDay(today + 1, clock) - now,
  }
}

/** What the next study day will bring, if nothing more is studied on this one. */
async function tomorrowOf(
  app: App,
  settings: Settings,
  today: number,
  clock: StudyClock,
  pace: OwnPace | null,
) {
  const { day } = await loadStudyDay(app.db, settings, today + 1, true)
  const { counts, entries } = buildQueue(day, {}, startOfStudyDay(today + 1, clock))
  return { counts, minutes: minutesOf(entries, pace) }
}

function coverageOf({ day, exams }: LoadedDay): Coverage[] {
  return exams.map(({ exam }) => {
    const cards = day.cards.filter(({ note }) =>
      note.skills.some((skill) => day.places.get(skill)?.exam === exam),
    )
    return { exam, cards: cards.length, seen: cards.filter((c) => day.seen.has(c.cardId)).length }
  })
}

type TodayData = Awaited<ReturnType<typeof todayOf>>

function TodayPage() {
  const data = useLoaderData<TodayData>()
  const { revalidate } = useRevalidator()
  useChanges(() => void revalidate())
  useLater(data.untilNextDayMs, () => void revalidate())
  const isDone = total(data.counts) === 0
  return (
    <Page title={TODAY.screen} heading={headingOf(data)} lead={leadOf(data)}>
      <p className={`${styles['date']} eyebrow`}>
        {[words.longDate(data.today), ...(data.planned?.daysLeft ?? []).map(words.examIn)].join(
          ' · ',
        )}
      </p>
      <Begin minutes={isDone ? null : data.minutes} />
      {data.beyond > 0 ? (
        <Suspense>
          <PlanBeyond cards={data.beyond} />
        </Suspense>
      ) : null}
      <Columns
        side={
          <>
            <Suspense>
              <PlanNote planned={data.planned} besides={data.besides} />
            </Suspense>
            <TodaySide done={data.done} coverage={data.coverage} />
            <Suspense>
              <MockNote />
            </Suspense>
          </>
        }
      >
        {data.plans.map(({ plan, minutes }) => (
          <TodayTable
            key={plan.exam}
            plan={plan}
            minutes={minutes}
            canBeginAlone={data.plans.length > 1}
          />
        ))}
        <Suspense>
          <ToDecide />
          <BackupReminder />
        </Suspense>
        {data.shared > 0 ? (
          <p className={`${styles['shared']} small`}>{TODAY.shared(data.shared)}</p>
        ) : null}
      </Columns>
    </Page>
  )
}

interface BeginProps {
  /** Estimated minutes of what is left today; null where nothing is. */
  readonly minutes: number | null
}

/** The one button of the page, which Space or Enter press from anywhere, and the choice beside it. */
function Begin({ minutes }: BeginProps) {
  const navigate = useNavigate()
  const [isChoosing, setChoosing] = useState(false)
  useEffect(warmUpStudy, [])
  const begin = () => void navigate('/study')
  const choose = () => setChoosing(true)
  const five = () => void navigate('/study?minutes=5')
  useHotkeys(
    minutes === null ? { c: choose } : { Space: begin, Enter: begin, '5': five, c: choose },
  )
  const choice = (
    <Button look="word" aria-keyshortcuts="C" aria-haspopup="dialog" onClick={choose}>
      {TODAY.choose} <Kbd>C</Kbd>
    </Button>
  )
  return (
    <>
      {minutes === null ? (
        choice
      ) : (
        <ActionBar
          second={
            <span className={styles['others']}>
              <LinkButton look="word" to="/study?minutes=5" aria-keyshortcuts="5">
                {TODAY.fiveMinutes} <Kbd>5</Kbd>
              </LinkButton>
              {choice}
            </span>
          }
        >
          <LinkButton
            to="/study"
            sub={<span className="if-narrow">{words.shortMinutes(minutes)}</span>}
            aria-keyshortcuts="Space Enter"
          >
            {TODAY.begin} <Kbd>Space</Kbd>
          </LinkButton>
        </ActionBar>
      )}
      {isChoosing ? (
        <Suspense>
          <ChooseSession onClose={() => setChoosing(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

function headingOf({ counts, minutes, done, planned }: TodayData): ReactNode {
  if (total(counts) > 0) return <DaySentence minutes={minutes} counts={counts} />
  if (planned?.minutes === 0 && done.answers === 0) return TODAY.dayOff
  if (done.answers > 0) return TODAY.allDone
  return isPlanned(planned) ? TODAY.nothingPlanned : TODAY.nothing
}

/** "12 minutes today: 24 reviews, 10 new.", broken only between its parts. */
function DaySentence({ minutes, counts }: Pick<TodayData, 'minutes' | 'counts'>) {
  return (
    <>
      <span className="nb">{words.minutesToday(minutes)}</span>
      {words.countParts(counts).map((part, index, parts) => (
        <Fragment key={part}>
          {' '}
          <span className="nb">{`${part}${index === parts.length - 1 ? '.' : ','}`}</span>
        </Fragment>
      ))}
    </>
  )
}

/** Whether a plan makes the list of the day, or lets cards rest: under it nothing is due by itself. */
function isPlanned(planned: TodayData['planned']): boolean {
  return planned !== null && planned.exams.size + planned.resting.size > 0
}

function leadOf({ tomorrow, missing, planned }: TodayData): string | null {
  if (missing.length > 0) return TODAY.missing(examList(missing))
  if (!tomorrow) return null
  if (total(tomorrow.counts) === 0) {
    return isPlanned(planned) ? TODAY.nothingPlannedTomorrow : TODAY.nothingTomorrow
  }
  return words.tomorrowSentence(tomorrow.minutes, tomorrow.counts)
}
