import { lazy, Suspense, useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { Outlet, useLoaderData, useNavigate, useRevalidator } from 'react-router'
import type { Screen } from '../screen.ts'
import { loadSettings } from '../../db/settings.ts'
import { useApp } from '../app.ts'
import type { App } from '../app.ts'
import { Button } from '../components/button.tsx'
import { Frame } from '../components/frame.tsx'
import { useHotkeys } from '../hooks/use-hotkeys.ts'
import { useOnline } from '../hooks/use-online.ts'
import { bringUpToDate } from '../up-to-date.ts'
import { FRAME, SCREENS } from '../words/frame.ts'

/** Comes after the screen itself, so that it is no part of the first load. */
const UndoBar = lazy(async () => ({ default: (await import('../undo/undo-bar.tsx')).UndoBar }))

/** The frame around every screen but Welcome and Study. */
export function rootRoute(app: App): Screen {
  return { loader: rootLoader(app), Component: RootPage }
}

function rootLoader(app: App) {
  return async () => {
    const { exams, rolloverHour } = await loadSettings(app.db)
    return { exams, rolloverHour }
  }
}

function RootPage() {
  const data = useLoaderData<ReturnType<typeof rootLoader>>()
  const navigate = useNavigate()
  useCurrentDecks()
  useHotkeys(
    Object.fromEntries(SCREENS.map(({ to, key }) => [key.toLowerCase(), () => void navigate(to)])),
  )
  return (
    <Frame
      exams={data.exams}
      status={<Status />}
      undo={
        <Suspense>
          <UndoBar edition={data} />
        </Suspense>
      }
    >
      <Outlet />
    </Frame>
  )
}

/** Installs newer cards of this build while the frame is shown, which it never is during a session. */
function useCurrentDecks(): void {
  const app = useApp()
  const { revalidate } = useRevalidator()
  const show = useEffectEvent(() => void revalidate())

  useEffect(() => {
    const controller = new AbortController()
    void bringUpToDate(app, controller.signal).then((changed) => {
      if (changed && !controller.signal.aborted) show()
    })
    return () => controller.abort()
  }, [app])
}

/** One line about what the learner can rely on: storage, network, version. */
function Status() {
  const { updates } = useApp()
  const state = useSyncExternalStore(updates.state.subscribe, updates.state.get)
  const online = useOnline()
  if (state === 'none') return online ? FRAME.saved : FRAME.offline
  return (
    <>
      {state === 'ready' ? FRAME.updateReady : FRAME.outdated}{' '}
      <Button look="word" onClick={() => updates.update()}>
        {state === 'ready' ? FRAME.update : FRAME.reload}
      </Button>
    </>
  )
}
