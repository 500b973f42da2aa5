import type { App } from '../app.ts'
import { Page } from '../components/page.tsx'
import type { Screen } from '../screen.ts'

export function welcomeRoute(_app: App): Screen {
  return { Component: WelcomePage }
}

function WelcomePage() {
  return (
    <Page title="Welcome" heading="Welcome">
      {null}
    </Page>
  )
}
