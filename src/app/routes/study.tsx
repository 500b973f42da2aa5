import { redirect, useLoaderData } from 'react-router'
import type { LoaderFunctionArgs } from 'react-router'
import type { App } from '../app.ts'
import type { Screen } from '../screen.ts'
import { loadSetup } from '../study/setup.ts'
import type { Setup } from '../study/setup.ts'
import { Sitting } from '../study/sitting.tsx'

/** A session: `/study`, `/study?exam=AZ-104&part=az104-storage`, `/study?minutes=5`. */
export function studyRoute(app: App): Screen {
  return {
    loader: async ({ request }: LoaderFunctionArgs) => {
      const setup = await loadSetup(app, new URL(request.url).searchParams)
      return setup ?? redirect('/welcome')
    },
    // A session keeps itself up to date; reading everything again would begin another one.
    shouldRevalidate: ({ currentUrl, nextUrl }) => currentUrl.href !== nextUrl.href,
    Component: StudyPage,
  }
}

function StudyPage() {
  const setup = useLoaderData<Setup>()
  return <Sitting key={setup.id} setup={setup} />
}
