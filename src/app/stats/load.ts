import { cardTitleOf, textOfHtml } from '../../core/card-title.ts'
import { splitCardId } from '../../core/note.ts'
import type { ExamId, Note, NoteId } from '../../core/note.ts'
import { wantedRecall } from '../../core/plan-settings.ts'
import { schedulerSettingsOf } from '../../core/scheduler.ts'
import type { Settings } from '../../core/settings.ts'
import type { Sure } from '../../core/mock/result.ts'
import type { MissedOption } from '../../core/stats/missed.ts'
import { forecastOf } from '../../core/stats/forecast.ts'
import type { ForecastDay } from '../../core/stats/forecast.ts'
import { examsOfPlace, names } from '../../core/stats/place.ts'
import { standFigures } from '../../core/stats/stand-figures.ts'
import type { StandFigures } from '../../core/stats/stand-figures.ts'
import { streakOf } from '../../core/stats/streak.ts'
import { workFigures } from '../../core/stats/work-figures.ts'
import type { WorkFigures } from '../../core/stats/work-figures.ts'
import { startOfStudyDay, studyDayOf } from '../../core/time.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import { sureSince } from '../../db/mocks.ts'
import { notesByIds } from '../../db/notes.ts'
import { ownDecks } from '../../db/own-decks.ts'
import { loadPlanHints } from '../../db/plan-hints.ts'
import { loadMissed, loadStats } from '../../db/stats.ts'
import type { StatsSnapshot } from '../../db/stats.ts'
import { clockAt } from '../app.ts'
import type { App } from '../app.ts'
import { authorsOptions } from '../study/attempt.ts'
import { faceOf } from '../study/question.ts'
import type { ScoreView } from '../components/stats-score.tsx'
import { firstDay } from './address.ts'
import type { StatsChoice } from './address.ts'
import { loadScores } from './scores.ts'

/** A wrong option that the learner chose. */
export interface WrongOption {
  readonly key: string
  readonly title: string
  readonly option: string
  readonly times: number
  /** Of these, how often the card was expected to be known. */
  readonly known: number
  /** Address of the card. */
  readonly to: string
}

/** What was wrong in a range. */
export interface WrongAnswers {
  readonly options: readonly WrongOption[]
  /** What the learner was sure of in mock exams, and wrong about. */
  readonly sure: Sure
}

/** Everything that the page of statistics shows. */
export interface LoadedStats {
  readonly today: StudyDayNumber
  /** The first day of the range, or of all answers. */
  readonly from: StudyDayNumber
  /** False before the first answer of all. */
  readonly hasStudied: boolean
  readonly work: WorkFigures
  readonly stand: StandFigures
  /** What is due on the coming days as things stand, before what follows is worked out. */
  readonly ahead: readonly ForecastDay[]
  /** Whether a plan decides on some of the cards, so that due days alone say little. */
  readonly isPlanned: boolean
  /** Days studied in a row, days off left out. */
  readonly streak: number
  /** Whether the days off are those of a plan. */
  readonly hasPlan: boolean
  /** Reads the wrong options chosen most, which are much to read: for when all else is shown. */
  readonly wrong: () => Promise<WrongAnswers>
  /** Expected points of each exam over time; none while nothing was forecast. */
  readonly scores: readonly ScoreView[]
  /** Wanted recall at the due moment, 0 to 1. */
  readonly wanted: number
  /** Titles of the own decks by the id of their domain. */
  readonly decks: ReadonlyMap<string, string>
}

/** Options looked at for those most often chosen wrongly, and options shown. */
const MISSED_OPTIONS = 48
const WRONG_OPTIONS = 8

export async function loadStatistics(
  app: App,
  settings: Settings,
  { range, ahead, exam }: StatsChoice,
): Promise<LoadedStats> {
  const now = app.now()
  const clock = clockAt(app, now, settings.rolloverHour)
  const today = studyDayOf(now, clock)
  const first = firstDay(range, today)
  const scheduler = schedulerSettingsOf(settings)
  const [snapshot, hints, decks] = await Promise.all([
    loadStats(app.db, first),
    loadPlanHints(app.db),
    ownDecks(app.db),
  ])
  const counted = workFigures(snapshot.work, exam)
  // A clock that was set back leaves days behind that are yet to come.
  const work = { ...counted, days: counted.days.filter(({ day }) => day <= today) }
  const stand = standFigures(snapshot.stand, exam, today, scheduler)
  const due = withoutSuspended(stand.due, snapshot.suspended, exam, today)
  return {
    today,
    from: first ?? work.days[0]?.day ?? today,
    hasStudied: snapshot.studied.size > 0,
    work,
    stand,
    ahead: forecastOf(due, work.types, today, Number(ahead)),
    isPlanned: exam === null ? hints.planned.size > 0 : hints.planned.has(exam),
    streak: streakOf(snapshot.studied, today, hints.daysOff),
    hasPlan: hints.daysOff !== null,
    wrong: async () => ({
      options: await wrongOptions(app, await loadMissed(app.db, first, exam, MISSED_OPTIONS)),
      sure: await sureSince(app.db, first === null ? 0 : startOfStudyDay(first, clock), exam),
    }),
    scores: await loadScores(app, exam === null ? settings.exams : [exam], first, hints.examDays),
    wanted: wantedRecall(exam === null ? undefined : hints.plans.get(exam), today, {
      desiredRetention: settings.desiredRetention,
      schedule: exam === null ? undefined : settings.schedules[exam],
    }),
    decks: new Map(decks.map(({ id, title }) => [`own-${id}`, title])),
  }
}

function withoutSuspended(
  due: StandFigures['due'],
  suspended: StatsSnapshot['suspended'],
  exam: ExamId | null,
  today: StudyDayNumber,
): StandFigures['due'] {
  const left = new Map([...due].map(([day, types]) => [day, new Map(types)]))
  for (const { state, place } of suspended) {
    if (exam !== null && !names(examsOfPlace(place), exam)) continue
    const types = left.get(Math.max(state.dueDay, today))
    types?.set(place.type, (types.get(place.type) ?? 0) - 1)
  }
  return left
}

async function wrongOptions(app: App, missed: readonly MissedOption[]): Promise<WrongOption[]> {
  const ids = missed.map(({ cardId }) => splitCardId(cardId).noteId)
  const notes = await notesByIds(app.db, [...new Set(ids)])
  return missed
    .flatMap((each) => wrongOf(each, notes) ?? [])
    .toSorted((a, b) => b.times - a.times)
    .slice(0, WRONG_OPTIONS)
}

function wrongOf(
  { cardId, rev, option: key, times, known }: MissedOption,
  notes: ReadonlyMap<NoteId, Note>,
): WrongOption | null {
  const { noteId, key: cardKey } = splitCardId(cardId)
  const note = notes.get(noteId)
  // Options of another revision may have been others.
  if (!note || note.rev !== rev) return null
  const question = faceOf(note, cardKey)?.question
  const option = question && authorsOptions(question).find((each) => each.key === key)
  if (!option || option.right) return null
  return {
    key: `${cardId} ${key}`,
    title: cardTitleOf(note, cardKey),
    option: textOfHtml(option.html),
    times,
    known,
    to: `/cards/${noteId}/${cardKey}`,
  }
}
