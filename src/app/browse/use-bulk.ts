import { useState } from 'react'
import { StorageFault } from '../../db/faults.ts'
import { useApp } from '../app.ts'
import { BROWSE } from '../words/browse.ts'
import { doBulk, undoAct } from './act.ts'
import type { BulkChange, Done } from './act.ts'
import type { Collection } from './collection.ts'
import type { BrowseRow } from './rows.ts'

/** What came of the last act, in words. */
export interface Said {
  readonly words: string
  readonly isProblem: boolean
  /** It took back what was done before. */
  readonly isUndone: boolean
}

export interface Bulk {
  readonly isBusy: boolean
  /** How far an act is that takes a while; null for all others. */
  readonly share: number | null
  readonly said: Said | null
  readonly onChange: (rows: readonly BrowseRow[], change: BulkChange) => void
  readonly onUndo: (actId: string) => void
}

/** Acts on many cards, one after the other; the list follows once an act is saved. */
export function useBulk(collection: Collection): Bulk {
  const app = useApp()
  // Made before the act, so that a double tap is the same act.
  const [id, setId] = useState(app.newId)
  const [isBusy, setBusy] = useState(false)
  const [share, setShare] = useState<number | null>(null)
  const [said, setSaid] = useState<Said | null>(null)

  const run = async (work: () => Promise<Done>, isUndone = false) => {
    setBusy(true)
    setSaid(null)
    try {
      const { result, words } = await work()
      await collection.apply(result)
      setSaid({ words, isProblem: false, isUndone })
    } catch (error) {
      if (!(error instanceof StorageFault)) throw error
      const words = `${BROWSE.failed} ${error.message}`
      setSaid({ words, isProblem: true, isUndone: false })
    } finally {
      setId(app.newId())
      setBusy(false)
      setShare(null)
    }
  }
  return {
    isBusy,
    share,
    said,
    onChange: (rows, change) => void run(() => doBulk(app, rows, change, id, setShare)),
    onUndo: (actId) => void run(() => undoAct(app, actId, id, setShare), true),
  }
}
