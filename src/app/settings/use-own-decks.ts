import { useRevalidator } from 'react-router'
import { deviceId } from '../../db/device.ts'
import { StorageFault } from '../../db/faults.ts'
import { deleteOwnDeck, renameOwnDeck } from '../../db/own-decks.ts'
import type { Written } from '../../db/written.ts'
import { useApp } from '../app.ts'
import { OWN_DECKS } from '../words/own-decks.ts'

type Result = Awaited<ReturnType<typeof renameOwnDeck | typeof deleteOwnDeck>>

/** Renaming and deleting own decks; each says why it could not be done, or null. */
export function useOwnDecks() {
  const app = useApp()
  const { revalidate } = useRevalidator()
  const run = async (work: (written: Written) => Promise<Result>): Promise<string | null> => {
    try {
      const result = await work({ at: app.now(), device: await deviceId(app.db, app.newId) })
      await revalidate()
      return result === 'taken' || result === 'used' || result === 'gone' ? OWN_DECKS[result] : null
    } catch (error) {
      if (error instanceof StorageFault) return `${OWN_DECKS.failed} ${error.message}`
      throw error
    }
  }
  return {
    onRename: (id: string, title: string) =>
      run((written) => renameOwnDeck(app.db, id, title, written)),
    onDelete: (id: string) => run((written) => deleteOwnDeck(app.db, id, written)),
  }
}
