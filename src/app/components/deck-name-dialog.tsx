import { useId, useState } from 'react'
import * as v from 'valibot'
import { OwnDeckSchema } from '../../core/own-decks.ts'
import { OWN_DECKS } from '../words/own-decks.ts'
import { AskDialog } from './ask-dialog.tsx'

interface DeckNameDialogProps {
  /** What the deck is called now; null while nothing is asked. */
  readonly title: string | null
  readonly onClose: () => void
  /** Says why it cannot be called so, or null. */
  readonly onName: (title: string) => Promise<string | null>
}

/** Asks for another name of an own deck. */
export function DeckNameDialog({ title, onClose, onName }: DeckNameDialogProps) {
  // Made anew each time it opens, with the name as it is.
  return title === null ? null : <Asked key={title} title={title} {...{ onClose, onName }} />
}

function Asked({ title, onClose, onName }: DeckNameDialogProps & { readonly title: string }) {
  const id = useId()
  const [typed, setTyped] = useState(title)
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async () => {
    const { success, output } = v.safeParse(OwnDeckSchema.entries.title, typed)
    setProblem(success ? await onName(output) : OWN_DECKS.bad)
  }
  return (
    <AskDialog
      open
      onClose={onClose}
      title={OWN_DECKS.renameDeck(title)}
      confirm={{ name: OWN_DECKS.save, onConfirm: () => void submit() }}
    >
      <label htmlFor={id}>{OWN_DECKS.name}</label>
      <input
        id={id}
        autoComplete="off"
        maxLength={80}
        value={typed}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onChange={({ target }) => {
          setTyped(target.value)
          setProblem(null)
        }}
      />
      {problem === null ? null : (
        <p id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </AskDialog>
  )
}
