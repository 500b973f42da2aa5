import { useSyncExternalStore } from 'react'
import { Outlet, useLoaderData, useNavigate } from 'react-router'
import type { Screen } from '../screen.ts'
import { loadSettings } from '../../db/settings.ts'
import { useApp } from '../app.ts'
import type { App } from '../app.ts'
import { Button } from '../components/button.tsx'
import { Frame } from '../components/frame.tsx'
import { useHotkeys } from '../hooks/use-hotkeys.ts'
import { useOnline } from '../hooks/use-online.ts'
import { FRAME, SCREENS } from '../words/frame.ts'

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
  const { exams } = useLoaderData<ReturnType<typeof rootLoader>>()
  const navigate = useNavigate()
  useHotkeys(
    Object.fromEntries(SCREENS.map(({ to, key }) => [key.toLowerCase(), () => void navigate(to)])),
  )
  return (
    <Frame exams={exams} status={<Status />}>
      <Outlet />
    </Frame>
  )
}

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
