import type { RefObject } from 'react'
import { CONFLICT } from '../words/conflict.ts'
import { Button } from './button.tsx'
import styles from './details-edit.module.css'
import { TwoTexts } from './two-texts.tsx'

/** A field that says one thing here and another there. */
export interface FieldConflict {
  readonly name: string
  readonly mine: string
  readonly theirs: string
}

interface NoteConflictProps {
  readonly fields: readonly FieldConflict[]
  readonly region: RefObject<HTMLElement | null>
  readonly onMine: () => void
  readonly onTheirs: () => void
  readonly onBoth: () => void
}

/** Another tab saved the note that is edited here: both texts, and what to do with them. */
export function NoteConflict({ fields, region, onMine, onTheirs, onBoth }: NoteConflictProps) {
  return (
    <section
      ref={region}
      className={styles['differences']}
      aria-label={CONFLICT.title}
      tabIndex={-1}
    >
      <p>
        <strong>{CONFLICT.title}</strong> {CONFLICT.lead}
      </p>
      {fields.map(({ name, mine, theirs }) => (
        <div key={name} className={styles['difference']}>
          <h2 className="h2">{name}</h2>
          <TwoTexts
            sides={[
              { title: CONFLICT.mine, text: mine },
              { title: CONFLICT.theirs, text: theirs },
            ]}
          />
        </div>
      ))}
      <div className={styles['actions']}>
        <Button look="plain" compact onClick={onMine}>
          {CONFLICT.keepMine}
        </Button>
        <Button look="plain" compact onClick={onTheirs}>
          {CONFLICT.takeTheirs}
        </Button>
        <Button look="plain" compact onClick={onBoth}>
          {CONFLICT.keepBoth}
        </Button>
      </div>
    </section>
  )
}
