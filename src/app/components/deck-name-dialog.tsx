import { useId, useState } from 'react'
import * as v from 'valibot'
import { OwnDeckSchema } from '../../core/own-decks.ts'
import { OWN_DECKS } from '../words/own-decks.ts'
import styles from './bulk-dialogs.module.css'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

interface DeckNameDialogProps {
  /** What the deck is called now; null while nothing is asked. */
  readonly title: string | null
  readonly onClose: () => void
  /** Says why it cannot be called so, or null. */
  readonly onName: (title: string) => Promise<string | null>
}

/** Asks for another name of an own deck. */
export function DeckNameDialog({ title, onClose, onName }: DeckNameDialogProps) {
  const form = useId()
  return (
    <Dialog
      open={title !== null}
      onClose={onClose}
      title={OWN_DECKS.renameDeck(title ?? '')}
      actions={
        <>
          <Button type="submit" form={form} compact>
            {OWN_DECKS.save}
          </Button>
          <Button look="plain" compact onClick={onClose}>
            {OWN_DECKS.cancel}
          </Button>
        </>
      }
    >
      <NameForm id={form} title={title ?? ''} onName={onName} />
    </Dialog>
  )
}

interface NameFormProps extends Pick<DeckNameDialogProps, 'onName'> {
  readonly id: string
  readonly title: string
}

/** Made anew each time the dialog opens, with the name as it is. */
function NameForm({ id, title, onName }: NameFormProps) {
  const [typed, setTyped] = useState(title)
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async () => {
    const { success, output } = v.safeParse(OwnDeckSchema.entries.title, typed)
    setProblem(success ? await onName(output) : OWN_DECKS.bad)
  }
  return (
    <form
      id={id}
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <label htmlFor={`${id}-name`}>{OWN_DECKS.name}</label>
      <input
        id={`${id}-name`}
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
    </form>
  )
}
