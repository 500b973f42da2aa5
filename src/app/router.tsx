import type { RouteObject } from 'react-router'
import type { App } from './app.ts'
import { ErrorPage, StandaloneErrorPage } from './routes/error.tsx'
import { rootRoute } from './routes/root.tsx'
import { Shell } from './routes/shell.tsx'
import { todayRoute } from './routes/today.tsx'

/**
 * Every screen of the app. Today comes with the first load, the others when they are opened.
 * The study screen stands outside the frame with the navigation: a session shows only the session.
 */
export function routesOf(app: App): RouteObject[] {
  return [
    {
      Component: Shell,
      ErrorBoundary: StandaloneErrorPage,
      HydrateFallback: Blank,
      children: [
        {
          ErrorBoundary: StandaloneErrorPage,
          children: [
            {
              path: '/',
              ...rootRoute(app),
              children: [{ ErrorBoundary: ErrorPage, children: framed(app) }],
            },
            {
              path: '/welcome',
              lazy: async () => (await import('./routes/welcome.tsx')).welcomeRoute(app),
            },
            {
              path: '/study',
              lazy: async () => (await import('./routes/study.tsx')).studyRoute(app),
            },
            {
              path: '/mock/run',
              lazy: async () => (await import('./routes/mock-run.tsx')).mockRunRoute(app),
            },
          ],
        },
      ],
    },
  ]
}

/** The screens inside the frame. */
function framed(app: App): RouteObject[] {
  return [
    { index: true, ...todayRoute(app) },
    {
      path: 'path',
      lazy: async () => (await import('./routes/path.tsx')).pathRoute(app),
    },
    {
      path: 'progress/stats',
      lazy: async () => (await import('./routes/stats.tsx')).statsRoute(app),
    },
    {
      path: 'progress/:exam?/:part?',
      lazy: async () => (await import('./routes/progress.tsx')).progressRoute(app),
    },
    {
      path: 'plan/:exam?',
      lazy: async () => (await import('./routes/plan.tsx')).planRoute(app),
    },
    {
      path: 'plan/:exam/scheduling',
      lazy: async () => (await import('./routes/schedule.tsx')).scheduleRoute(app),
    },
    {
      path: 'browse',
      lazy: async () => (await import('./routes/browse.tsx')).browseRoute(app),
    },
    {
      path: 'browse/help',
      lazy: async () => (await import('./routes/search-help.tsx')).searchHelpRoute(),
    },
    {
      path: 'cards/:noteId/:key',
      lazy: async () => (await import('./routes/card.tsx')).cardRoute(app),
    },
    ...['notes/new', 'notes/:noteId/edit'].map((path) => ({
      path,
      lazy: async () => (await import('./routes/note-editor.tsx')).noteEditorRoute(app),
    })),
    {
      path: 'mock',
      lazy: async () => (await import('./routes/mock.tsx')).mockRoute(app),
    },
    {
      path: 'mock/:run',
      lazy: async () => (await import('./routes/mock-result.tsx')).mockResultRoute(app),
    },
    {
      path: 'settings',
      lazy: async () => (await import('./routes/settings.tsx')).settingsRoute(app),
    },
    {
      path: 'settings/keys',
      lazy: async () => (await import('./routes/keys.tsx')).keysRoute(app),
    },
    {
      path: 'settings/memory',
      lazy: async () => (await import('./routes/memory.tsx')).memoryRoute(app),
    },
    {
      path: 'readiness',
      lazy: async () => (await import('./routes/readiness.tsx')).readinessRoute(app),
    },
    {
      path: 'backup',
      lazy: async () => (await import('./routes/backup.tsx')).backupRoute(app),
    },
    {
      path: 'import',
      lazy: async () => (await import('./routes/import.tsx')).importRoute(),
    },
    {
      path: 'privacy',
      lazy: async () => (await import('./routes/privacy.tsx')).privacyRoute(),
    },
    {
      path: 'about',
      lazy: async () => (await import('./routes/about.tsx')).aboutRoute(app),
    },
    {
      path: '*',
      lazy: async () => (await import('./routes/not-found.tsx')).notFoundRoute(),
    },
  ]
}

/** Nothing to see for the moment that the first loader takes: no flash, no shift of the layout. */
function Blank() {
  return null
}
