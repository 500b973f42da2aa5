import { Button } from '../components/button.tsx'
import { Kbd } from '../components/kbd.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { SESSION } from '../words/study.ts'

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
        <Button look="word" aria-keyshortcuts="U" onClick={onUndo}>
          {SESSION.undo} <Kbd>U</Kbd>
        </Button>
      ) : null}
      {canRedo ? (
        <Button look="word" aria-keyshortcuts="Shift+U" onClick={onRedo}>
          {SESSION.redo} <Kbd>⇧U</Kbd>
        </Button>
      ) : null}
      {hasCard ? (
        <Button look="word" aria-keyshortcuts="M" aria-haspopup="dialog" onClick={onMenu}>
          {SESSION.menu} <Kbd>M</Kbd>
        </Button>
      ) : null}
      <span className="if-wide">
        <Button look="word" aria-keyshortcuts="?" aria-haspopup="dialog" onClick={onKeys}>
          {SESSION.keys} <Kbd>?</Kbd>
        </Button>
        <br />
        <EndLink isWide />
      </span>
    </>
  )
}

/** Ends the session. Nothing is lost by it: every answer is saved as it is given. */
export function EndLink({ isWide = false }: { readonly isWide?: boolean }) {
  return (
    <LinkButton look="word" to="/" aria-keyshortcuts="Escape">
      {isWide ? SESSION.endWide : SESSION.end} <Kbd>Esc</Kbd>
    </LinkButton>
  )
}
