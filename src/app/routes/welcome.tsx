import { lazy, Suspense, useEffect, useState } from 'react'
import {
  Link,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
  useSubmit,
} from 'react-router'
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import * as v from 'valibot'
import { SETTING_SCHEMAS } from '../../core/setting-schemas.ts'
import type { ExamId } from '../../core/note.ts'
import { schedulerSettingsOf } from '../../core/scheduler.ts'
import { deviceId } from '../../db/device.ts'
import { ensureProjection } from '../../db/projection.ts'
import { loadSettings } from '../../db/settings.ts'
import { saveSetting } from '../../db/save-setting.ts'
import type { App } from '../app.ts'
import { ActionBar } from '../components/action-bar.tsx'
import { Button } from '../components/button.tsx'
import { ExamChoice } from '../components/exam-choice.tsx'
import { Mark } from '../components/mark.tsx'
import { Notice } from '../components/notice.tsx'
import { installFromBuild } from '../install.ts'
import type { InstallProblem } from '../install.ts'
import type { Screen } from '../screen.ts'
import { warmUpStudy } from '../warm-up.ts'
import { documentTitle, FRAME } from '../words/frame.ts'
import { examList, WELCOME } from '../words/welcome.ts'
import styles from './welcome.module.css'

const FoundBackups = lazy(async () => ({
  default: (await import('../backup/found.tsx')).FoundBackups,
}))

const Choice = v.strictObject({ exams: v.pipe(SETTING_SCHEMAS.exams, v.minLength(1)) })

/** The first run: choose exams, and the first card follows. */
export function welcomeRoute(app: App): Screen {
  return { loader: welcomeLoader(app), action: welcomeAction(app), Component: WelcomePage }
}

function welcomeLoader(app: App) {
  return async ({ request }: LoaderFunctionArgs) => {
    const { exams } = await loadSettings(app.db)
    const suggested = suggestedIn(new URL(request.url).searchParams, app)
    return { exams: app.exams, chosen: [...new Set([...exams, ...suggested])] }
  }
}

/** Exams that an address suggests, as the page on where to begin does; those without cards are left out. */
function suggestedIn(params: URLSearchParams, app: App): ExamId[] {
  const named = params.get('exams')?.toUpperCase().split(',') ?? []
  return app.exams.filter(({ exam, cards }) => cards > 0 && named.includes(exam)).map((e) => e.exam)
}

function welcomeAction(app: App) {
  return async ({ request }: ActionFunctionArgs): Promise<InstallProblem | Response> => {
    const { exams } = v.parse(Choice, await request.json())
    const problem = await installFromBuild(app, exams)
    if (problem) return problem
    await saveSetting(app.db, 'exams', exams, app.now(), await deviceId(app.db, app.newId))
    // The order of exams decides by which settings a card of several goes.
    await ensureProjection(app.db, schedulerSettingsOf(await loadSettings(app.db)))
    return redirect('/study')
  }
}

function WelcomePage() {
  const { exams, chosen: before } = useLoaderData<ReturnType<typeof welcomeLoader>>()
  const failed = useActionData<InstallProblem>()
  const busy = useNavigation().state !== 'idle'
  const submit = useSubmit()
  const [chosen, setChosen] = useState<readonly ExamId[]>(before)
  const [asked, setAsked] = useState(false)
  useEffect(warmUpStudy, [])

  const toggle = (exam: ExamId) =>
    setChosen(chosen.includes(exam) ? chosen.filter((other) => other !== exam) : [...chosen, exam])
  const begin = () => {
    setAsked(true)
    if (busy || chosen.length === 0) return
    const inOrder = exams.map(({ exam }) => exam).filter((exam) => chosen.includes(exam))
    void submit({ exams: inOrder }, { method: 'post', encType: 'application/json' })
  }
  const problem = chosen.length === 0 && asked ? WELCOME.chooseOne : failed?.problem

  return (
    <main className={`${styles['page']} enter`}>
      <title>{documentTitle(WELCOME.screen)}</title>
      <p className={styles['name']}>
        <Mark />
        {FRAME.name}
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {WELCOME.heading}
      </h1>
      <p className={`${styles['lead']} note`}>{WELCOME.lead}</p>
      <div className={styles['exams']}>
        <ExamChoice exams={exams} chosen={new Set(chosen)} onToggle={toggle} disabled={busy} />
      </div>
      {before.length === 0 ? (
        <Suspense>
          <FoundBackups />
        </Suspense>
      ) : null}
      <p className={styles['path']}>
        <Link to="/path">{WELCOME.path}</Link>
      </p>
      <p className={`${styles['where']} small`}>{WELCOME.where}</p>
      {problem && !busy ? <Notice kind="error">{problem}</Notice> : null}
      <ActionBar>
        <Button onClick={begin} sub={examList(chosen)} aria-disabled={busy}>
          {busy ? WELCOME.installing : WELCOME.begin}
        </Button>
      </ActionBar>
      <p className={`${styles['foot']} small`}>
        {WELCOME.independent} <Link to="/about">{WELCOME.about}</Link>{' '}
        <Link to="/privacy">{WELCOME.privacy}</Link> <Link to="/backup">{WELCOME.restore}</Link>
      </p>
    </main>
  )
}
