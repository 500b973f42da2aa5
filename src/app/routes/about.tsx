import type { App } from '../app.ts'
import { Page } from '../components/page.tsx'
import type { Screen } from '../screen.ts'

export function aboutRoute(_app: App): Screen {
  return { Component: AboutPage }
}

function AboutPage() {
  return (
    <Page title="About" heading="About">
      {null}
    </Page>
  )
}
