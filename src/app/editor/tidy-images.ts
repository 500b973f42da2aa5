import { StorageFault } from '../../db/faults.ts'
import { tidyMedia } from '../../db/media-tidy.ts'
import type { App } from '../app.ts'
import { useApp } from '../app.ts'
import { useLater } from '../hooks/use-later.ts'
import { mirroredTexts } from './draft-mirror.ts'

/** A screen is quiet when it was open this long. */
const QUIET_MS = 5000

/** Clears away images that nothing refers to any more, once the screen it stands on is quiet. */
export function useTidyImages(): void {
  const app = useApp()
  useLater(QUIET_MS, () => void tidyImages(app))
}

/** The same now. Nobody waits for it: what fails is tried again another day. */
async function tidyImages({ db, now }: App): Promise<void> {
  try {
    await tidyMedia(db, now(), mirroredTexts)
  } catch (error) {
    if (!(error instanceof StorageFault)) throw error
  }
}
