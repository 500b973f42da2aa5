import type { Root } from 'react-dom/client'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { schedulerKey, schedulerSettingsOf } from '../core/scheduler.ts'
import { watchDb } from '../db/db.ts'
import { faultOf } from '../db/faults.ts'
import type { StorageFault } from '../db/faults.ts'
import { ensureProjection, projectedWith } from '../db/projection.ts'
import { loadSettings } from '../db/settings.ts'
import { AppContext } from './app.ts'
import type { App } from './app.ts'
import { routesOf } from './router.tsx'
import { Rebuilding, StartFault } from './routes/start-pages.tsx'
import { applyTheme } from './theme.ts'

/**
 * Opens the database, brings the card states up to date and shows the app; or a page that says why the
 * data cannot be opened, with a way to try again.
 */
export async function startApp(app: App, root: Root): Promise<void> {
  const show = (fault: StorageFault, onRetry?: () => void) =>
    root.render(
      <StartFault
        app={app}
        fault={fault}
        onReload={app.updates.update}
        {...(onRetry && { onRetry })}
      />,
    )
  // Opening waits for the other tab and goes on by itself.
  const stopWatching = watchDb(app.db, (fault) => {
    if (fault.kind === 'blocked') show(fault)
  })
  try {
    await app.db.open()
    const [settings, made] = await Promise.all([loadSettings(app.db), projectedWith(app.db)])
    applyTheme(settings.theme)
    const scheduler = schedulerSettingsOf(settings)
    if (made !== schedulerKey(scheduler)) {
      await ensureProjection(app.db, scheduler, (done, total) =>
        root.render(<Rebuilding done={done} total={total} />),
      )
    }
  } catch (error) {
    return show(faultOf(error), () => void startApp(app, root))
  } finally {
    stopWatching()
  }
  watchDb(app.db, (fault) => {
    if (fault.kind === 'outdated') app.updates.state.set('shut')
    if (fault.kind !== 'deleted') return
    // Closed for good: what would be saved now would make a new database under an old screen.
    app.db.close()
    show(fault)
  })
  const router = createBrowserRouter(routesOf(app))
  await isReady(router)
  root.render(
    <AppContext value={app}>
      <RouterProvider router={router} />
    </AppContext>,
  )
}

/** Once the first screen has its data; shown before, it would be drawn twice. */
function isReady(router: ReturnType<typeof createBrowserRouter>): Promise<void> {
  return new Promise((resolve) => {
    if (router.state.initialized) return resolve()
    const stop = router.subscribe(({ initialized }) => {
      if (!initialized) return
      stop()
      resolve()
    })
  })
}
