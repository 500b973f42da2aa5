import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import * as v from 'valibot'
import { TagSchema } from '../../core/note-tags.ts'
import type { BulkChange } from '../browse/act.ts'
import { BROWSE, selectedWords } from '../words/browse.ts'
import { FLAGS } from '../words/card.ts'
import { AskDialog } from './ask-dialog.tsx'
import styles from './bulk-dialogs.module.css'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { SuggestField } from './suggest-field.tsx'

/** What has to be asked before an act; `menu` is the choice of acts on a phone. */
export type BulkQuestion = 'menu' | 'flag' | 'tag' | 'move' | 'due' | 'reset'

interface BulkDialogProps {
  /** Null while nothing is asked. */
  readonly question: BulkQuestion | null
  readonly count: number
  readonly tags: readonly string[]
  readonly decks: readonly string[]
  readonly actions: ReactNode
  readonly onClose: (closed: BulkQuestion) => void
  readonly onChange: (change: BulkChange) => void
}

/** The questions that belong to acts on many cards, one at a time. */
export function BulkDialogs(props: BulkDialogProps) {
  const { question, count, tags, decks, actions, onClose, onChange } = props
  const on = (each: BulkQuestion) => ({
    open: question === each,
    onClose: () => onClose(each),
    onChange,
  })
  return (
    <>
      <Dialog
        open={question === 'menu'}
        onClose={() => onClose('menu')}
        title={selectedWords(count)}
      >
        {actions}
      </Dialog>
      <FlagDialog {...on('flag')} />
      <TagDialog tags={tags} {...on('tag')} />
      <MoveDialog decks={decks} {...on('move')} />
      <DueDialog {...on('due')} />
      <ResetDialog {...on('reset')} />
    </>
  )
}

interface On extends Pick<BulkDialogProps, 'onChange'> {
  readonly open: boolean
  readonly onClose: () => void
}

const FLAG_NUMBERS = [1, 2, 3, 4, 0] as const

function FlagDialog({ open, onClose, onChange }: On) {
  return (
    <AskDialog open={open} onClose={onClose} title={BROWSE.flagTitle} confirm={null}>
      <div className={styles['flags']}>
        {FLAG_NUMBERS.map((flag) => (
          <Button key={flag} look="plain" compact onClick={() => onChange({ kind: 'flag', flag })}>
            <i data-flag={flag} aria-hidden="true" />
            {FLAGS[flag]}
          </Button>
        ))}
      </div>
    </AskDialog>
  )
}

function TagDialog({ open, tags, onClose, onChange }: On & Pick<BulkDialogProps, 'tags'>) {
  const [typed, setTyped] = useState('')
  const [isBad, setIsBad] = useState(false)
  const submit = (kind: 'tag' | 'untag') => {
    const { success, output } = v.safeParse(TagSchema, typed)
    if (success) onChange({ kind, tag: output })
    else setIsBad(true)
  }
  return (
    <AskDialog
      open={open}
      onClose={onClose}
      title={BROWSE.tagTitle}
      confirm={{ name: BROWSE.addTag, onConfirm: () => submit('tag') }}
      other={
        <Button look="plain" compact onClick={() => submit('untag')}>
          {BROWSE.removeTag}
        </Button>
      }
    >
      <SuggestField
        label={BROWSE.tagLabel}
        value={typed}
        suggestions={tags}
        hint={isBad ? BROWSE.tagBad : BROWSE.tagHint}
        isBad={isBad}
        onChange={(value) => {
          setTyped(value)
          setIsBad(false)
        }}
      />
    </AskDialog>
  )
}

/** As far as a due day can be set: ten years. */
const MOST_DAYS = 3650

function DueDialog({ open, onClose, onChange }: On) {
  const id = useId()
  const [typed, setTyped] = useState('1')
  const inDays = Number(typed)
  const isFine = /^\d+$/.test(typed.trim()) && inDays <= MOST_DAYS
  return (
    <AskDialog
      open={open}
      onClose={onClose}
      title={BROWSE.dueTitle}
      confirm={{
        name: BROWSE.dueConfirm,
        isOff: !isFine,
        onConfirm: () => onChange({ kind: 'due', inDays }),
      }}
    >
      <label htmlFor={id}>{BROWSE.dueLabel}</label>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={0}
        max={MOST_DAYS}
        step={1}
        value={typed}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => setTyped(target.value)}
      />
      <p id={`${id}-hint`}>{BROWSE.dueHint}</p>
    </AskDialog>
  )
}

function ResetDialog({ open, onClose, onChange }: On) {
  return (
    <AskDialog
      open={open}
      onClose={onClose}
      title={BROWSE.resetTitle}
      confirm={{ name: BROWSE.resetConfirm, onConfirm: () => onChange({ kind: 'reset' }) }}
    >
      <p>{BROWSE.resetText}</p>
    </AskDialog>
  )
}
