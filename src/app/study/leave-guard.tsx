import { useEffect, useEffectEvent } from 'react'
import { useBlocker } from 'react-router'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { TROUBLE } from '../words/study.ts'
import type { Trouble } from './view.ts'

interface LeaveGuardProps {
  /** What kept the last act from being saved, in words; null where everything is saved. */
  readonly trouble: Trouble | null
  readonly onRetry: () => void
}

/** While something is not saved, leaving the screen asks first: within the app, and from the browser. */
export function LeaveGuard({ trouble, onRetry }: LeaveGuardProps) {
  const isUnsaved = trouble !== null
  const isOutdated = trouble?.isOutdated === true
  const blocker = useBlocker(isUnsaved)
  const isAsked = blocker.state === 'blocked'

  useEffect(() => {
    // An outdated page is to be loaded anew, and shows the card again then.
    if (!isUnsaved || isOutdated) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isUnsaved, isOutdated])

  const leave = useEffectEvent(() => blocker.proceed?.())
  useEffect(() => {
    // It was saved after all: the learner goes where they wanted to.
    if (isAsked && !isUnsaved) leave()
  }, [isAsked, isUnsaved])

  return (
    <Dialog
      open={isAsked && isUnsaved}
      onClose={() => isUnsaved && blocker.reset?.()}
      title={TROUBLE.leaveTitle}
      actions={
        <>
          <Button look="plain" compact onClick={() => blocker.reset?.()}>
            {TROUBLE.stay}
          </Button>
          <Button look="plain" compact onClick={() => blocker.proceed?.()}>
            {TROUBLE.leave}
          </Button>
          {isOutdated ? null : (
            <Button compact onClick={onRetry}>
              {TROUBLE.leaveSaved}
            </Button>
          )}
        </>
      }
    >
      <p>
        {trouble?.words} {TROUBLE.leaveLead}
      </p>
    </Dialog>
  )
}
