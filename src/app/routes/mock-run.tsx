import { redirect, useLoaderData } from 'react-router'
import type { App } from '../app.ts'
import type { MockSetup } from '../mock/desk.ts'
import { openSetup } from '../mock/resume.ts'
import { RunScreen } from '../mock/run-screen.tsx'
import type { Screen } from '../screen.ts'

/** The mock exam that is under way. */
export function mockRunRoute(app: App): Screen {
  return {
    loader: async () => (await openSetup(app)) ?? redirect('/mock'),
    // A run keeps itself up to date; reading it anew would be another visit.
    shouldRevalidate: () => false,
    Component: MockRunPage,
  }
}

function MockRunPage() {
  const setup = useLoaderData<MockSetup>()
  return <RunScreen key={setup.run.id} setup={setup} />
}
