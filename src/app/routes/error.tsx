import { isRouteErrorResponse, useRevalidator, useRouteError } from 'react-router'
import { StorageFault } from '../../db/faults.ts'
import { Button } from '../components/button.tsx'
import { FaultView } from '../components/fault-view.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { FAULT_TITLES, FAULTS, technicalText } from '../words/faults.ts'
import { documentTitle } from '../words/frame.ts'
import styles from './error.module.css'

/** Shown inside the frame instead of a screen that could not be: what happened, and the ways out. */
export function ErrorPage() {
  const error = useRouteError()
  const { title, text, details } = wordsOf(error)
  return (
    <>
      <title>{documentTitle(FAULTS.screen)}</title>
      <FaultView title={title} text={text} details={details}>
        {isMissing(error) ? <OtherPages /> : <Again error={error} />}
      </FaultView>
    </>
  )
}

/** The same for screens that stand outside of the frame. */
export function StandaloneErrorPage() {
  return (
    <main className={styles['page']}>
      <ErrorPage />
    </main>
  )
}

function OtherPages() {
  return (
    <>
      <LinkButton to="/">{FAULTS.home}</LinkButton>
      <LinkButton look="word" to="/progress">
        {FAULTS.progress}
      </LinkButton>
    </>
  )
}

function Again({ error }: { readonly error: unknown }) {
  const { revalidate, state } = useRevalidator()
  if (isMissingPart(error)) return <Button onClick={reload}>{FAULTS.reload}</Button>
  return (
    <>
      <Button aria-disabled={state !== 'idle'} onClick={() => void revalidate()}>
        {FAULTS.retry}
      </Button>
      <Button look="word" onClick={reload}>
        {FAULTS.reload}
      </Button>
      <LinkButton look="word" to="/">
        {FAULTS.home}
      </LinkButton>
    </>
  )
}

function reload(): void {
  window.location.reload()
}

function wordsOf(error: unknown): { title: string; text: string; details: string | null } {
  if (isRouteErrorResponse(error)) return ofResponse(error)
  if (error instanceof StorageFault) {
    const details = technicalText(error.cause)
    return { title: FAULT_TITLES[error.kind], text: error.message, details }
  }
  const details = technicalText(error)
  if (isMissingPart(error)) return { title: FAULTS.partTitle, text: FAULTS.partText, details }
  return { title: FAULTS.unknownTitle, text: FAULTS.unknownText, details }
}

/** A loader says in its own words what it could not find; the router itself knows only the address. */
function ofResponse({ status, data }: { status: number; data: unknown }) {
  const isOwn = status === 404 && typeof data === 'string' && !data.startsWith('Error:')
  const title = status === 404 ? FAULTS.notFoundTitle : FAULTS.unknownTitle
  return { title, text: isOwn ? data : FAULTS.unknownText, details: isOwn ? null : `${status}` }
}

function isMissing(error: unknown): boolean {
  return isRouteErrorResponse(error) && error.status === 404
}

/** A part of the app that is loaded when needed could not be: each browser says it in its own way. */
function isMissingPart(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|importing a module script failed|preload CSS/i.test(error.message)
  )
}
