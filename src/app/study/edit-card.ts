import type { CardId } from '../../core/note.ts'

/**
 * The address at which a card is edited, if this version of the app has an editor. While it has none, the
 * action is neither offered nor listed among the keys. After editing, the session goes on where it was.
 */
export const EDIT_PATH: ((cardId: CardId) => string) | null = null
