import type { StorageFault } from '../../db/faults.ts'
import { Button } from '../components/button.tsx'
import { FaultView } from '../components/fault-view.tsx'
import { FAULT_TITLES, FAULTS, technicalText } from '../words/faults.ts'
import styles from './start-pages.module.css'

interface StartFaultProps {
  readonly fault: StorageFault
  readonly onRetry: () => void
}

/** Shown instead of the app while its data cannot be opened. */
export function StartFault({ fault, onRetry }: StartFaultProps) {
  return (
    <main className={styles['page']}>
      <FaultView
        title={FAULT_TITLES[fault.kind]}
        text={fault.message}
        details={technicalText(fault.cause)}
      >
        <Button onClick={onRetry}>{FAULTS.retry}</Button>
        <Button look="word" onClick={() => window.location.reload()}>
          {FAULTS.reload}
        </Button>
      </FaultView>
    </main>
  )
}

interface RebuildingProps {
  /** Entries of the log that are done, of all. */
  readonly done: number
  readonly total: number
}

/** Shown at the start while card states are computed anew. */
export function Rebuilding({ done, total }: RebuildingProps) {
  return (
    <main className={styles['page']}>
      <h1 className="page-title">{FAULTS.rebuilding}</h1>
      <p className={`${styles['text']} note`}>{FAULTS.rebuildingText}</p>
      <progress
        className={styles['progress']}
        value={done}
        max={total}
        aria-label={FAULTS.rebuilding}
      />
    </main>
  )
}
