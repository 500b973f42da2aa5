import { ActionButton } from '../components/action-button.tsx'
import { ActionKey } from '../components/action-key.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { SESSION } from '../words/study.ts'
import { useAriaKeys } from './prefs.ts'

interface SessionActionsProps {
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly hasCard: boolean
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onMenu: () => void
  readonly onKeys: () => void
}

/** What can be done at any moment of a session: at the head on a phone, in the rail on wide screens. */
export function SessionActions(props: SessionActionsProps) {
  const { canUndo, canRedo, hasCard, onUndo, onRedo, onMenu, onKeys } = props
  return (
    <>
      {canUndo ? (
        <ActionButton look="word" action="undo" onPress={onUndo}>
          {SESSION.undo}
        </ActionButton>
      ) : null}
      {canRedo ? (
        <ActionButton look="word" action="redo" onPress={onRedo}>
          {SESSION.redo}
        </ActionButton>
      ) : null}
      {hasCard ? (
        <ActionButton look="word" action="menu" opensDialog onPress={onMenu}>
          {SESSION.menu}
        </ActionButton>
      ) : null}
      <span className="if-wide">
        <ActionButton look="word" action="keys" opensDialog onPress={onKeys}>
          {SESSION.keys}
        </ActionButton>
        <br />
        <EndLink isWide />
      </span>
    </>
  )
}

/** Ends the session. Nothing is lost by it: every answer is saved as it is given. */
export function EndLink({ isWide = false }: { readonly isWide?: boolean }) {
  return (
    <LinkButton look="word" to="/" aria-keyshortcuts={useAriaKeys('end')}>
      {isWide ? SESSION.endWide : SESSION.end} <ActionKey of="end" />
    </LinkButton>
  )
}
