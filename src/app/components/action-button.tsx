import type { ReactNode } from 'react'
import type { Action } from '../../core/keys.ts'
import { useTapGuard } from '../hooks/use-tap-guard.ts'
import { useAriaKeys } from '../study/prefs.ts'
import { ActionKey } from './action-key.tsx'
import { Button } from './button.tsx'
import type { ButtonLook } from './button.tsx'

interface ActionButtonProps extends Pick<ButtonLook, 'look' | 'compact'> {
  readonly action: Action
  readonly opensDialog?: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

/** A button for something that a key does as well. */
export function ActionButton(props: ActionButtonProps) {
  const { action, opensDialog = false, look, compact, onPress, children } = props
  const guard = useTapGuard()
  return (
    <Button
      {...(look ? { look } : {})}
      {...(compact ? { compact } : {})}
      {...(opensDialog ? { 'aria-haspopup': 'dialog' as const } : {})}
      aria-keyshortcuts={useAriaKeys(action)}
      // The second tap of a double tap is meant for the button that was here before.
      onClick={(event) => guard(event) && onPress()}
    >
      {children} <ActionKey of={action} />
    </Button>
  )
}
