import { lazy, Suspense } from 'react'
import type { FaultKind, StorageFault } from '../../db/faults.ts'
import type { App } from '../app.ts'
import { Button } from '../components/button.tsx'
import { FaultView } from '../components/fault-view.tsx'
import { FAULT_TITLES, FAULTS, technicalText } from '../words/faults.ts'
import { documentTitle } from '../words/frame.ts'
import styles from './start-pages.module.css'

const Recovery = lazy(async () => ({
  default: (await import('../backup/recovery.tsx')).Recovery,
}))

/** Faults that trying again may not mend. */
const LASTING: ReadonlySet<FaultKind> = new Set(['damaged', 'unknown', 'lost'])

interface StartFaultProps {
  readonly app: App
  readonly fault: StorageFault
  /** Left out where trying again is done already. */
  readonly onRetry?: () => void
  readonly onReload: () => void
}

/** Shown instead of the app while its data cannot be opened. */
export function StartFault({ app, fault, onRetry, onReload }: StartFaultProps) {
  return (
    <main className={styles['page']}>
      <title>{documentTitle(FAULTS.screen)}</title>
      <FaultView
        title={FAULT_TITLES[fault.kind]}
        text={fault.message}
        details={technicalText(fault.cause)}
      >
        {onRetry ? <Button onClick={onRetry}>{FAULTS.retry}</Button> : null}
        <Button look={onRetry ? 'word' : 'accent'} onClick={onReload}>
          {FAULTS.reload}
        </Button>
      </FaultView>
      {LASTING.has(fault.kind) ? (
        <Suspense>
          <Recovery app={app} onRestart={onReload} />
        </Suspense>
      ) : null}
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
    <main className={`${styles['page']} ${styles['late']}`}>
      <title>{documentTitle(FAULTS.starting)}</title>
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
