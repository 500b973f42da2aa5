import { Link, useLoaderData, useNavigate, useRevalidator } from 'react-router'
import type { LoaderFunctionArgs } from 'react-router'
import type { ExamId } from '../../core/note.ts'
import { OWN_EXAM } from '../../core/own-exam.ts'
import { schedulerSettingsOf } from '../../core/scheduler.ts'
import type { Schedulers } from '../../core/scheduler.ts'
import { ensureDays, hasDays } from '../../db/ensure-days.ts'
import { ownDecks } from '../../db/own-decks.ts'
import { loadSettings } from '../../db/settings.ts'
import { useApp } from '../app.ts'
import type { App } from '../app.ts'
import { Page } from '../components/page.tsx'
import { Segmented } from '../components/segmented.tsx'
import { useComing } from '../coming/use-coming.ts'
import type { Coming } from '../coming/use-coming.ts'
import { StatsAhead } from '../components/stats-ahead.tsx'
import { StatsHours, StatsRatings, StatsTimes } from '../components/stats-habits.tsx'
import { StatsMemory } from '../components/stats-memory.tsx'
import { StatsCalibration, StatsRetention } from '../components/stats-recall.tsx'
import { StatsScore } from '../components/stats-score.tsx'
import { StatsSummary, StatsWork } from '../components/stats-work.tsx'
import { StatsWrong } from '../components/stats-wrong.tsx'
import { useChanges } from '../hooks/use-changes.ts'
import { useDays } from '../hooks/use-days.ts'
import { useLoaded } from '../hooks/use-loaded.ts'
import type { Screen } from '../screen.ts'
import { AHEADS, choiceOf, RANGES, statsAddress } from '../stats/address.ts'
import type { StatsChoice } from '../stats/address.ts'
import { loadStatistics } from '../stats/load.ts'
import type { LoadedStats } from '../stats/load.ts'
import { examName } from '../words/exam.ts'
import { STATS, weekSentence } from '../words/stats.ts'
import styles from './stats.module.css'

/** What was done, what comes, and how well it was known: plots, each with its figures as a table. */
export function statsRoute(app: App): Screen {
  return { loader: statsLoader(app), Component: StatsPage }
}

interface StatsView {
  readonly choice: StatsChoice
  readonly exams: readonly ExamId[]
  readonly scheduler: Schedulers
  /** Null until the statistics have been counted for the first time. */
  readonly stats: LoadedStats | null
}

function statsLoader(app: App) {
  return async ({ request }: LoaderFunctionArgs): Promise<StatsView> => {
    const [settings, decks] = await Promise.all([loadSettings(app.db), ownDecks(app.db)])
    const exams = [...settings.exams, ...(decks.length > 0 ? [OWN_EXAM] : [])]
    const choice = choiceOf(new URL(request.url).searchParams, exams)
    const scheduler = schedulerSettingsOf(settings)
    const isCounted = await hasDays(app.db, scheduler)
    const stats = isCounted ? await loadStatistics(app, settings, choice) : null
    return { choice, exams, scheduler, stats }
  }
}

function StatsPage() {
  const { choice, exams, scheduler, stats } = useLoaderData<StatsView>()
  const { db } = useApp()
  const { revalidate } = useRevalidator()
  useChanges(() => void revalidate())
  const counting = useDays(
    (settings, onProgress) => ensureDays(db, settings, onProgress),
    scheduler,
    () => void revalidate(),
  )
  return (
    <div className={styles['stats']} data-exam={choice.exam?.toLowerCase()}>
      {stats ? (
        <Page
          title={STATS.title}
          heading={headingOf(stats)}
          lead={
            <Link className={styles['back']} to="/progress">
              {STATS.back}
            </Link>
          }
        >
          {stats.hasStudied ? (
            <>
              <Choices choice={choice} exams={exams} />
              <Plots stats={stats} choice={choice} />
            </>
          ) : null}
        </Page>
      ) : (
        <Page title={STATS.title} heading={STATS.title} lead={STATS.preparing}>
          <progress
            className={styles['progress']}
            aria-label={STATS.preparing}
            {...(counting && { value: counting.done, max: counting.total })}
          />
        </Page>
      )}
    </div>
  )
}

function headingOf({ work, today, hasStudied }: LoadedStats): string {
  if (!hasStudied) return STATS.noneEver
  const week = work.days.filter(({ day }) => day > today - 7)
  const sum = (of: (day: (typeof week)[number]) => number) =>
    week.reduce((all, day) => all + of(day), 0)
  return weekSentence(
    sum(({ answers }) => answers),
    sum(({ ms }) => ms),
    week.length,
  )
}

interface ChoicesProps {
  readonly choice: StatsChoice
  readonly exams: readonly ExamId[]
}

/** Which exam and how far back: links, as both stand in the address. */
function Choices({ choice, exams }: ChoicesProps) {
  const all: readonly (ExamId | null)[] = exams.length > 1 ? [null, ...exams] : [null]
  return (
    <div className={styles['choices']}>
      {all.length > 1 ? (
        <nav className={styles['links']} aria-label={STATS.exams}>
          {all.map((exam) => (
            <Link
              key={exam}
              to={statsAddress({ ...choice, exam })}
              data-exam={exam?.toLowerCase()}
              aria-current={exam === choice.exam ? 'page' : undefined}
              preventScrollReset
            >
              {exam === null ? STATS.all : examName(exam)}
            </Link>
          ))}
        </nav>
      ) : null}
      <nav className={styles['links']} aria-label={STATS.range}>
        {RANGES.map((range) => (
          <Link
            key={range}
            to={statsAddress({ ...choice, range })}
            aria-current={range === choice.range ? 'page' : undefined}
            preventScrollReset
          >
            {STATS.ranges[range]}
          </Link>
        ))}
      </nav>
    </div>
  )
}

interface PlotsProps {
  readonly stats: LoadedStats
  readonly choice: StatsChoice
}

function Plots({ stats, choice }: PlotsProps) {
  const { work, stand, today, from, wanted, decks, streak, hasPlan, scores } = stats
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()
  const wrong = useLoaded(stats.wrong)
  const coming = useComing(() => void revalidate())
  return (
    <>
      <StatsSummary days={work.days} today={today} streak={streak} hasPlan={hasPlan} />
      <StatsWork days={work.days} from={from} today={today} />
      <StatsAhead
        {...daysAhead(stats, choice, coming)}
        today={today}
        choice={
          <fieldset className={styles['ahead']}>
            <legend className="vh">{STATS.ahead}</legend>
            <Segmented
              options={AHEADS.map((value) => ({ value, label: STATS.aheads[value] }))}
              value={choice.ahead}
              onChange={(next) =>
                void navigate(statsAddress({ ...choice, ahead: next }), {
                  preventScrollReset: true,
                })
              }
            />
          </fieldset>
        }
      />
      {scores.map((score) => (
        <StatsScore key={`${score.exam} ${score.of}`} score={score} today={today} />
      ))}
      <StatsRetention
        work={work}
        wanted={wanted}
        decks={decks}
        isMixed={choice.exam === null && work.byDomain.size > 0}
      />
      <div className={styles['pair']}>
        <StatsCalibration expected={work.expected} />
        <div>
          <StatsHours work={work} />
          <StatsRatings work={work} />
        </div>
      </div>
      <StatsMemory stand={stand} />
      <div className={styles['pair']}>
        <StatsTimes work={work} />
        <StatsWrong wrong={wrong} />
      </div>
    </>
  )
}

/** The days ahead as they were worked out, or until then what is set; with a plan nothing can be said before. */
function daysAhead({ ahead, isPlanned }: LoadedStats, choice: StatsChoice, coming: Coming) {
  const worked = coming.days?.[choice.exam ?? '']
  if (worked) return { days: worked.slice(0, Number(choice.ahead)), state: 'done' as const }
  const state = coming.isWorking ? ('working' as const) : ('failed' as const)
  const days = ahead.map(({ day, cards, minutes }) =>
    isPlanned ? { day, set: 0, cards: 0, minutes: 0 } : { day, set: cards, cards, minutes },
  )
  return { days, state }
}
