import type { NonIndexRouteObject } from 'react-router'

/** What a route file offers. Where it stands, router.tsx says. */
export type Screen = Pick<
  NonIndexRouteObject,
  'loader' | 'action' | 'Component' | 'ErrorBoundary' | 'shouldRevalidate'
>
