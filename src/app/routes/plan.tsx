import type { App } from '../app.ts'
import type { Screen } from '../screen.ts'
export function planRoute(_app: App): Screen {
  return { loader: () => null, Component: () => null }
}
