import { useState } from 'react'
import * as v from 'valibot'
import { OwnDeckSchema } from '../../core/own-decks.ts'
import type { BulkChange } from '../browse/act.ts'
import { BROWSE } from '../words/browse.ts'
import { AskDialog } from './ask-dialog.tsx'
import { SuggestField } from './suggest-field.tsx'

interface MoveDialogProps {
  readonly open: boolean
  /** Titles of the decks that are there, to choose from. */
  readonly decks: readonly string[]
  readonly onClose: () => void
  readonly onChange: (change: BulkChange) => void
}

/** Asks for the deck that notes are moved to. */
export function MoveDialog({ open, decks, onClose, onChange }: MoveDialogProps) {
  const [typed, setTyped] = useState('')
  const [isBad, setIsBad] = useState(false)
  const submit = () => {
    const { success, output } = v.safeParse(OwnDeckSchema.entries.title, typed)
    if (success) onChange({ kind: 'move', deck: output })
    else setIsBad(true)
  }
  // Begun anew each time: what is typed is what the list of decks is narrowed to.
  const close = () => {
    setTyped('')
    setIsBad(false)
    onClose()
  }
  return (
    <AskDialog
      open={open}
      onClose={close}
      title={BROWSE.moveTitle}
      confirm={{ name: BROWSE.moveConfirm, onConfirm: submit }}
    >
      <SuggestField
        label={BROWSE.moveLabel}
        value={typed}
        suggestions={decks}
        hint={isBad ? BROWSE.moveBad : BROWSE.moveHint}
        isBad={isBad}
        onChange={(value) => {
          setTyped(value)
          setIsBad(false)
        }}
      />
    </AskDialog>
  )
}
