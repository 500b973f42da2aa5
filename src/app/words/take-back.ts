import { plural } from './plural.ts'

interface TakenBack {
  readonly removed: number
  readonly putBack: number
  readonly kept: number
}

export const TAKE_BACK = {
  act: 'Take back this import',
  busy: 'Taking the import back',
  gone: 'This import was taken back before, or is too long ago.',
} as const

/** "Taken back: an import. 12 notes are gone. 1 note that you studied or changed since stays." */
export function takenBackWords(taken: TakenBack | null): string {
  if (!taken) return TAKE_BACK.gone
  const { removed, putBack, kept } = taken
  const parts = [
    'Taken back: an import.',
    removed > 0 && (removed === 1 ? '1 note is gone.' : `${plural(removed, 'note')} are gone.`),
    putBack > 0 &&
      (putBack === 1 ? '1 note is as before.' : `${plural(putBack, 'note')} are as before.`),
    kept > 0 &&
      (kept === 1
        ? '1 note that you studied or changed since stays.'
        : `${plural(kept, 'note')} that you studied or changed since stay.`),
  ]
  return parts.filter((part) => part !== false).join(' ')
}
