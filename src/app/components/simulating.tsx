import { SIMULATING } from '../words/simulating.ts'
import { Button } from './button.tsx'
import styles from './simulating.module.css'

export interface SimulatingProps {
  /** Share of the simulation that is done; null while none runs. */
  readonly done: number | null
  readonly isCancelled: boolean
  readonly onCancel: () => void
  readonly onAgain: () => void
}

/** How far a simulation is, with a way to stop it; and the way to one that was stopped. */
export function Simulating({ done, isCancelled, onCancel, onAgain }: SimulatingProps) {
  return (
    <>
      {done === null ? null : (
        <div className={styles['line']}>
          <progress value={done} aria-label={SIMULATING.working} />
          <Button look="word" onClick={onCancel}>
            {SIMULATING.stop}
          </Button>
        </div>
      )}
      {isCancelled ? (
        <div className={styles['line']}>
          <span className="note">{SIMULATING.stopped}</span>
          <Button look="word" onClick={onAgain}>
            {SIMULATING.again}
          </Button>
        </div>
      ) : null}
    </>
  )
}
