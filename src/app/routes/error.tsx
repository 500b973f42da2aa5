import { isRouteErrorResponse, useNavigate, useRouteError } from 'react-router'
import { StorageFault } from '../../db/faults.ts'
import { Button } from '../components/button.tsx'
import { FaultView } from '../components/fault-view.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { FAULT_TITLES, FAULTS, technicalText } from '../words/faults.ts'
import { documentTitle } from '../words/frame.ts'

/** What is shown instead of a screen that could not be: what happened, and the ways out. */
export function ErrorPage() {
  const error = useRouteError()
  const navigate = useNavigate()
  const { title, text, details, reload } = wordsOf(error)
  const again = () => (reload ? window.location.reload() : void navigate(0))
  return (
    <main>
      <title>{documentTitle(FAULTS.screen)}</title>
      <FaultView title={title} text={text} details={details}>
        <Button onClick={again}>{reload ? FAULTS.reload : FAULTS.retry}</Button>
        <LinkButton look="word" to="/">
          {FAULTS.home}
        </LinkButton>
      </FaultView>
    </main>
  )
}
interface FaultWords {
  readonly title: string
  readonly text: string
  readonly details: string | null
  readonly reload: boolean
}
export function wordsOf(error: unknown): FaultWords {
  if (error instanceof StorageFault)
    return { title: FAULT_TITLES[error.kind], text: error.message, details: null, reload: true }
  if (isRouteErrorResponse(error))
    return { title: FAULTS.notFoundTitle, text: String(error.data), details: null, reload: false }
  return {
    title: FAULTS.unknownTitle,
    text: FAULTS.unknownText,
    details: technicalText(error),
    reload: true,
  }
}
