import type { Root } from 'react-dom/client'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { schedulerSettingsOf } from '../core/schedule.ts'
import { watchDb } from '../db/db.ts'
import { faultOf } from '../db/faults.ts'
import { ensureProjection } from '../db/projection.ts'
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
  const again = () => void startApp(app, root)
  const stopWatching = watchDb(app.db, (fault) => {
    if (fault.kind === 'blocked') root.render(<StartFault fault={fault} onRetry={again} />)
  })
  try {
    const settings = await loadSettings(app.db)
    applyTheme(settings.theme)
    await ensureProjection(app.db, schedulerSettingsOf(settings), (done, total) =>
      root.render(<Rebuilding done={done} total={total} />),
    )
  } catch (error) {
    return root.render(<StartFault fault={faultOf(error)} onRetry={again} />)
  } finally {
    stopWatching()
  }
  watchDb(app.db, ({ kind }) => {
    if (kind === 'outdated') app.updates.state.set('outdated')
  })
  const router = createBrowserRouter(routesOf(app))
  root.render(
    <AppContext value={app}>
      <RouterProvider router={router} />
    </AppContext>,
  )
}
