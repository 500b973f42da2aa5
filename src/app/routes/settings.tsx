import type { App } from '../app.ts'
import { Page } from '../components/page.tsx'
import type { Screen } from '../screen.ts'

export function settingsRoute(_app: App): Screen {
  return { Component: SettingsPage }
}

function SettingsPage() {
  return (
    <Page title="Settings" heading="Settings">
      {null}
    </Page>
  )
}
