import type { Note, NoteId } from '../../core/note.ts'
import { splitCardId } from '../../core/note.ts'
import type { StudyDb } from '../../db/db.ts'
import { loadNotes } from '../notes/load-notes.ts'
import { sanitise } from '../components/sanitise.ts'
import { faceOf, textsOf } from './question.ts'
import { noteIdsAhead, upcoming } from './session.ts'
import type { Session } from './session.ts'

/** The texts at hand: those of the cards seen in this session and of the next few. */
export class NoteShelf {
  readonly #db: StudyDb
  readonly #notes: Map<NoteId, Note>

  constructor(db: StudyDb, notes: ReadonlyMap<NoteId, Note>) {
    this.#db = db
    this.#notes = new Map(notes)
  }

  /** The note of the card on screen, if it is at hand. */
  now({ showing }: Session): Note | null {
    return (showing && this.#notes.get(showing.entry.card.note.id)) ?? null
  }

  /** The note of the card on screen; null if the database does not have it. */
  async fetch(session: Session): Promise<Note | null> {
    if (!session.showing) return null
    await this.#read([session.showing.entry.card.note.id])
    return this.now(session)
  }

  /** Texts that are others by now are read again when they are shown. */
  forget(ids: readonly NoteId[]): void {
    ids.forEach((id) => this.#notes.delete(id))
  }

  /** Makes the next cards ready, so that they can be painted without waiting for anything. */
  async prepare(session: Session): Promise<void> {
    await this.#read(noteIdsAhead(session).filter((id) => !this.#notes.has(id)))
    const [next] = upcoming(session)
    if (!next) return
    const { noteId, key } = splitCardId(next.card.cardId)
    const note = this.#notes.get(noteId)
    const face = note && faceOf(note, key)
    if (face) textsOf(face).forEach((text) => sanitise(text))
  }

  async #read(ids: readonly NoteId[]): Promise<void> {
    if (ids.length === 0) return
    for (const [id, note] of await loadNotes(this.#db, ids)) this.#notes.set(id, note)
  }
}
