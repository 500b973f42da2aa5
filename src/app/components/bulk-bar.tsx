import { useState } from 'react'
import type { BulkChange } from '../browse/act.ts'
import { BROWSE, selectedWords } from '../words/browse.ts'
import styles from './bulk-bar.module.css'
import { BulkDialogs } from './bulk-dialogs.tsx'
import type { BulkQuestion } from './bulk-dialogs.tsx'
import { Button } from './button.tsx'

interface BulkBarProps {
  readonly count: number
  /** Tags that exist, to choose from. */
  readonly tags: readonly string[]
  /** The learner's decks, to choose from. */
  readonly decks: readonly string[]
  readonly isBusy: boolean
  readonly isNarrow: boolean
  readonly onChange: (change: BulkChange) => void
  readonly onAll: () => void
  readonly onDone: () => void
}

/** How many cards are selected, and what can be done with them. At the bottom edge on a phone. */
export function BulkBar(props: BulkBarProps) {
  const { count, tags, decks, isBusy, isNarrow, onChange, onAll, onDone } = props
  const [asking, setAsking] = useState<BulkQuestion | null>(null)
  const act = (change: BulkChange) => {
    setAsking(null)
    onChange(change)
  }
  const actions = (
    <>
      <Button look="word" disabled={isBusy} onClick={() => act({ kind: 'suspend' })}>
        {BROWSE.suspend}
      </Button>
      <Button look="word" disabled={isBusy} onClick={() => act({ kind: 'unsuspend' })}>
        {BROWSE.unsuspend}
      </Button>
      {(['flag', 'tag', 'move', 'due', 'reset'] as const).map((question) => (
        <Button
          key={question}
          look="word"
          disabled={isBusy}
          aria-haspopup="dialog"
          onClick={() => setAsking(question)}
        >
          {BROWSE[question]}
        </Button>
      ))}
    </>
  )
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is for fields
    <div role="group" className={styles['bar']} aria-label={selectedWords(count)}>
      <output className={`${styles['count']} num`}>
        {isBusy ? BROWSE.saving : selectedWords(count)}
      </output>
      {isNarrow ? (
        <Button compact disabled={count === 0 || isBusy} onClick={() => setAsking('menu')}>
          {BROWSE.actions}
        </Button>
      ) : (
        actions
      )}
      <span className={styles['end']}>
        <Button look="word" aria-label={BROWSE.allLabel} onClick={onAll}>
          {BROWSE.all}
        </Button>
        <Button look="word" onClick={onDone}>
          {BROWSE.done}
        </Button>
      </span>
      <BulkDialogs
        question={asking}
        count={count}
        tags={tags}
        decks={decks}
        actions={<div className={styles['menu']}>{actions}</div>}
        // One that gives way to another closes late, and must not close that as well.
        onClose={(closed) => setAsking((now) => (now === closed ? null : now))}
        onChange={act}
      />
    </div>
  )
}
