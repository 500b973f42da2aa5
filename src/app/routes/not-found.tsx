import { data } from 'react-router'
import type { LoaderFunctionArgs } from 'react-router'
import { FAULTS } from '../words/faults.ts'
import type { Screen } from '../screen.ts'

/** Every address that no screen has. */
export function notFoundRoute(): Screen {
  return {
    loader: ({ request }: LoaderFunctionArgs) => {
      throw data(FAULTS.notFoundText(new URL(request.url).pathname), { status: 404 })
    },
    Component: () => null,
  }
}
