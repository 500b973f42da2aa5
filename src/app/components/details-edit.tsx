import { useState } from 'react'
import type { StoredText } from '../../core/text/note-text.ts'
import type { DifferenceView, EditView } from '../details/edit-view.ts'
import { EDIT } from '../words/editor.ts'
import { Button } from './button.tsx'
import styles from './details-edit.module.css'
import { LinkButton } from './link-button.tsx'
import { Notice } from './notice.tsx'
import { TwoTexts } from './two-texts.tsx'

interface DetailsEditProps {
  readonly edit: EditView
  /** The shipped text is on screen instead of the learner's. */
  readonly isOriginalShown: boolean
  readonly onShowOriginal: (shown: boolean) => void
  readonly onDiscard: () => void
  readonly onRestore: (text: StoredText) => void
}

/** What can be done with the text of a card. */
export function DetailsEdit(props: DetailsEditProps) {
  const { edit, isOriginalShown, onShowOriginal, onDiscard, onRestore } = props
  const [discarded, setDiscarded] = useState<StoredText | null>(null)
  return (
    <div className={styles['edit']}>
      {edit.mine ? <p className="note">{EDIT.edited}</p> : null}
      <div className={styles['acts']}>
        <LinkButton look="word" to={edit.to} aria-keyshortcuts="E">
          {edit.isOwn ? EDIT.edit : EDIT.editShipped}
        </LinkButton>
        {edit.mine ? (
          <>
            <Button
              look="word"
              aria-pressed={isOriginalShown}
              onClick={() => onShowOriginal(!isOriginalShown)}
            >
              {isOriginalShown ? EDIT.showMine : EDIT.showOriginal}
            </Button>
            <Button
              look="word"
              onClick={() => {
                setDiscarded(edit.mine)
                onDiscard()
              }}
            >
              {EDIT.discard}
            </Button>
          </>
        ) : null}
      </div>
      {discarded && !edit.mine ? (
        <Notice
          action={
            <Button look="word" onClick={() => onRestore(discarded)}>
              {EDIT.undo}
            </Button>
          }
        >
          {EDIT.discarded}
        </Notice>
      ) : null}
    </div>
  )
}

interface DetailsDifferencesProps {
  readonly differences: readonly DifferenceView[]
  readonly onDecide: (path: string, side: 'mine' | 'release') => void
}

/** What a new version and the learner changed in different ways, each to be decided. */
export function DetailsDifferences({ differences, onDecide }: DetailsDifferencesProps) {
  return (
    <section className={styles['differences']} aria-label={EDIT.differences}>
      <p className="note">
        <strong>{EDIT.differences}.</strong> {EDIT.differencesLead}
      </p>
      {differences.map(({ path, name, mine, release }) => (
        <div key={path} className={styles['difference']}>
          <h2 className="h2">{name}</h2>
          <TwoTexts
            sides={[
              { title: EDIT.mine, text: mine },
              { title: EDIT.release, text: release },
            ]}
          />
          <div className={styles['actions']}>
            <Button look="plain" compact onClick={() => onDecide(path, 'mine')}>
              {EDIT.keepMine}
              <span className="vh">: {name}</span>
            </Button>
            <Button look="plain" compact onClick={() => onDecide(path, 'release')}>
              {EDIT.takeRelease}
              <span className="vh">: {name}</span>
            </Button>
          </div>
        </div>
      ))}
    </section>
  )
}
