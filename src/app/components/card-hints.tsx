import type { AttemptState } from '../study/use-attempt.ts'
import { HINTS } from '../words/hints.ts'
import { ActionButton } from './action-button.tsx'
import styles from './card-hints.module.css'

interface CardHintsProps {
  readonly state: AttemptState
  readonly onHint: () => void
}

/** The hints asked for so far, and a way to another one. */
export function CardHints({ state, onHint }: CardHintsProps) {
  const { hints, hasMoreHints, areOptionsHidden } = state
  return (
    <div className={styles['hints']}>
      <ul>
        {hints.map(({ words }) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {/* A hint to options that cannot be seen yet would take the thinking away. */}
      {hasMoreHints && !areOptionsHidden ? (
        <ActionButton look="word" action="hint" onPress={onHint}>
          {hints.length > 0 ? HINTS.more : HINTS.show}
        </ActionButton>
      ) : null}
    </div>
  )
}
