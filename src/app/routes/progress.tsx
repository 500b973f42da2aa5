import { Link, data, redirect, useLoaderData, useRevalidator } from 'react-router'
import type { LoaderFunctionArgs } from 'react-router'
import { wantedRecall } from '../../core/plan-settings.ts'
import type { ExamId } from '../../core/note.ts'
import { OWN_EXAM } from '../../core/own-exam.ts'
import type { Schedulers } from '../../core/scheduler.ts'
import type { Settings } from '../../core/settings.ts'
import { ensureDays } from '../../db/ensure-days.ts'
import { examRow } from '../../db/exams.ts'
import { notesByIds } from '../../db/notes.ts'
import { loadSettings } from '../../db/settings.ts'
import { useApp } from '../app.ts'
import type { App } from '../app.ts'
import { ExamSwitch } from '../components/exam-switch.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Notice } from '../components/notice.tsx'
import { ProgressExam } from '../components/progress-exam.tsx'
import { ProgressPart } from '../components/progress-part.tsx'
import { useChanges } from '../hooks/use-changes.ts'
import { useDays } from '../hooks/use-days.ts'
import { useLoaded } from '../hooks/use-loaded.ts'
import { basisOf } from '../progress/basis.ts'
import { examViewOf } from '../progress/exam-view.ts'
import type { ExamView } from '../progress/exam-view.ts'
import { loadExam } from '../progress/load-exam.ts'
import type { LoadedExam } from '../progress/load-exam.ts'
import { cardsOfPart, partViewOf } from '../progress/part-view.ts'
import type { PartView } from '../progress/part-view.ts'
import { addressOf, partOf } from '../progress/part.ts'
import { loadTimes } from '../progress/times.ts'
import type { Times } from '../progress/times.ts'
import type { Screen } from '../screen.ts'
import { NO_PROGRESS, PROGRESS } from '../words/progress.ts'
import styles from './progress.module.css'

/** How far the learner is: an exam, or a domain, group or skill of it. */
export function progressRoute(app: App): Screen {
  return { loader: progressLoader(app), Component: ProgressPage }
}

interface ProgressView {
  readonly exam: ExamId
  /** The exams chosen, then the others. */
  readonly exams: readonly ExamId[]
  readonly isChosen: boolean
  readonly wanted: number
  readonly scheduler: Schedulers
  /** Reads the time spent on each part. */
  readonly times: () => Promise<Times>
  readonly view:
    | { readonly kind: 'exam'; readonly exam: ExamView }
    | { readonly kind: 'part'; readonly part: PartView }
}

function progressLoader(app: App) {
  return async ({ params }: LoaderFunctionArgs): Promise<ProgressView | Response> => {
    const settings = await loadSettings(app.db)
    const own = await examRow(app.db, OWN_EXAM)
    const exams = [...examsOf(app, settings), ...(own ? [OWN_EXAM] : [])]
    if (params['exam'] === undefined && exams[0]) return redirect(addressOf(exams[0]))
    const exam = exams.find((each) => each === params['exam']?.toUpperCase())
    if (!exam) throw data(NO_PROGRESS.exam(params['exam'] ?? ''), { status: 404 })
    const loaded = await loadExam(app, exam, settings, { isListed: true })
    const isChosen = loaded.isInstalled && (exam === OWN_EXAM || settings.exams.includes(exam))
    const view = await viewOf(app, loaded, params['part'], isChosen, settings)
    const { scheduler, learner, today } = loaded
    const wanted = wantedRecall(learner.hints.plans.get(exam), today, {
      desiredRetention: settings.desiredRetention,
      schedule: settings.schedules[exam],
    })
    const times = loadTimes(app, loaded)
    return { exam, exams, isChosen, wanted, scheduler, view, times }
  }
}

function examsOf(app: App, settings: Settings): ExamId[] {
  return [...new Set([...settings.exams, ...app.exams.map(({ exam }) => exam)])]
}

async function viewOf(
  app: App,
  loaded: LoadedExam,
  partId: string | undefined,
  isChosen: boolean,
  settings: Settings,
): Promise<ProgressView['view']> {
  if (partId === undefined) return { kind: 'exam', exam: examViewOf(loaded, isChosen) }
  const part = partOf(loaded.blueprint, partId)
  if (!part) throw data(NO_PROGRESS.part(partId, loaded.exam), { status: 404 })
  const ids = cardsOfPart(loaded, part).map(({ note }) => note.id)
  const [notes, basis] = await Promise.all([
    notesByIds(app.db, [...new Set(ids)]),
    part.kind === 'skill' ? basisOf(app, loaded, part.skill.id, settings) : [],
  ])
  return { kind: 'part', part: partViewOf(loaded, part, notes, isChosen, basis) }
}

function ProgressPage() {
  const { exam, exams, isChosen, wanted, scheduler, view, times } = useLoaderData<ProgressView>()
  const spent = useLoaded(times)
  const { db } = useApp()
  const { revalidate } = useRevalidator()
  useChanges(() => void revalidate())
  useDays(
    (settings) => ensureDays(db, settings),
    scheduler,
    () => void revalidate(),
  )
  const hasCards = view.kind === 'part' || view.exam.cards > 0
  const notice = isChosen || !hasCards ? null : <NotChosen exam={exam} />
  return (
    <div className={styles['progress']} data-exam={exam.toLowerCase()}>
      {view.kind === 'exam' ? (
        <>
          <div className={styles['switch']}>
            <ExamSwitch label={PROGRESS.exams} exams={exams} current={exam} hrefOf={addressOf} />
            <p className={styles['more']}>
              <Link to="/path">{PROGRESS.path}</Link>
              <Link to="/progress/stats">{PROGRESS.statistics}</Link>
            </p>
          </div>
          <ProgressExam
            exam={exam}
            view={view.exam}
            wanted={wanted}
            times={spent}
            notice={notice}
          />
        </>
      ) : (
        <ProgressPart view={view.part} wanted={wanted} times={spent} notice={notice} />
      )}
    </div>
  )
}

function NotChosen({ exam }: { readonly exam: ExamId }) {
  return (
    <div className={styles['notice']}>
      <Notice
        action={
          <LinkButton look="word" to="/settings">
            {NO_PROGRESS.toSettings}
          </LinkButton>
        }
      >
        {NO_PROGRESS.notChosen(exam)}
      </Notice>
    </div>
  )
}
