import { redirect } from 'react-router'
import type { Screen } from '../screen.ts'
import { loadSettings } from '../../db/settings.ts'
import type { App } from '../app.ts'
import { Page } from '../components/page.tsx'

export function todayRoute(app: App): Screen {
  return {
    loader: async () => {
      const { exams } = await loadSettings(app.db)
      return exams.length === 0 ? redirect('/welcome') : null
    },
    Component: TodayPage,
  }
}

function TodayPage() {
  return (
    <Page title="Today" heading="Today">
      {null}
    </Page>
  )
}
