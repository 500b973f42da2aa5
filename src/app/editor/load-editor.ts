import { placesOf } from '../../core/blueprint.ts'
import type { NoteId } from '../../core/note.ts'
import { OWN_EXAM } from '../../core/own-exam.ts'
import type { OwnDeck } from '../../core/own-decks.ts'
import { installedExams } from '../../db/exams.ts'
import type { DraftRow } from '../../db/db.ts'
import type { DraftOwner } from '../../db/drafts.ts'
import { notesWithEdits } from '../../db/notes.ts'
import { ownDecks } from '../../db/own-decks.ts'
import type { App } from '../app.ts'
import { EDITOR } from '../words/editor.ts'
import { draftIn, emptyDraft, NEW, withRoom } from './draft.ts'
import type { Draft } from './draft.ts'
import { latestDrafts } from './draft-mirror.ts'
import { isOvertaken, isSameDraft, savedDraft } from './saved-now.ts'

/** What the editor opens with. */
export interface EditorView {
  readonly mode: 'new' | 'own' | 'shipped'
  readonly noteId: NoteId
  /** Row of `drafts` that what is typed is kept in. */
  readonly draftId: string
  readonly draft: Draft
  /** What is saved: a draft that says the same is none. */
  readonly saved: Draft
  /** What was saved elsewhere since the draft was begun, if that is another text; else null. */
  readonly theirs: Draft | null
  /** The row of the draft that it goes on with, as it was found. */
  readonly from: DraftOwner['from']
  /** What other editors hold of the same text, or held when they were closed. */
  readonly beside: readonly DraftRow[]
  /** The draft was begun before. */
  readonly isRestored: boolean
  readonly isDeleted: boolean
  /** Titles of the learner's decks. */
  readonly decks: readonly string[]
  readonly skills: readonly SkillChoice[]
  /** Address of the note's first card, or null for one that is not saved yet. */
  readonly card: string | null
}

/** The skills of one group of an exam. */
export interface SkillChoice {
  /** "AZ-104 2.3 Configure Azure Files and Azure Blob Storage". */
  readonly group: string
  readonly skills: readonly { readonly id: string; readonly title: string }[]
}

/** The editor for a note that is not there yet; what was begun and not saved goes on. */
export async function loadNew(app: App, search: URLSearchParams): Promise<EditorView> {
  const [{ row, beside }, decks, skills] = await Promise.all([
    latestDrafts(app.db, NEW),
    ownDecks(app.db),
    skillChoices(app),
  ])
  const begun = draftIn(row)
  const deck = search.get('deck') ?? latest(decks)?.title ?? EDITOR.firstDeck
  const saved = emptyDraft(begun?.noteId ?? app.newId(), deck)
  return {
    mode: 'new',
    noteId: saved.noteId,
    draftId: NEW,
    draft: begun ? { ...begun, text: withRoom(begun.text) } : saved,
    saved,
    theirs: null,
    from: row,
    beside: beside.filter((other) => differs(other, begun ?? saved)),
    isRestored: begun !== null,
    isDeleted: false,
    decks: decks.map(({ title }) => title),
    skills,
    card: null,
  }
}

/** The editor for a note that is there: `null` for an unknown one, `no text` where it cannot be changed. */
export async function loadNote(app: App, id: NoteId): Promise<EditorView | 'no text' | null> {
  const [{ notes, edits }, { row, beside }, decks, skills] = await Promise.all([
    notesWithEdits(app.db, [id]),
    latestDrafts(app.db, id),
    ownDecks(app.db),
    skillChoices(app),
  ])
  const note = notes.get(id)
  if (!note) return null
  if (!note.text) return 'no text'
  const saved = savedDraft(note, edits.get(id), decks)
  const { over, ...begun } = draftIn(row) ?? { ...saved, over: undefined }
  const isBegun = row !== null && !isSameDraft(begun, saved)
  const isBehind = over !== undefined && isOvertaken(saved, { ...saved, text: over }, begun)
  return {
    mode: note.own ? 'own' : 'shipped',
    noteId: id,
    draftId: id,
    draft: isBegun ? begun : saved,
    saved,
    theirs: isBehind ? saved : null,
    from: row,
    beside: beside.filter((other) => differs(other, isBegun ? begun : saved)),
    isRestored: isBegun,
    isDeleted: note.own !== undefined && note.retired,
    decks: decks.map(({ title }) => title),
    skills,
    card: `/cards/${id}`,
  }
}

/** Whether a draft beside another says something of its own. */
function differs(row: DraftRow, draft: Draft): boolean {
  const other = draftIn(row)
  return other !== null && !isSameDraft(other, draft)
}

function latest(decks: readonly OwnDeck[]): OwnDeck | undefined {
  return decks.toSorted((a, b) => b.updatedAt - a.updatedAt)[0]
}

async function skillChoices(app: App): Promise<SkillChoice[]> {
  const exams = (await installedExams(app.db)).filter(({ exam }) => exam !== OWN_EXAM)
  const places = [...placesOf(exams.map(({ blueprint }) => blueprint)).values()]
  const groups = Map.groupBy(
    places,
    ({ exam, domainNumber, groupNumber, group }) =>
      `${exam} ${domainNumber}.${groupNumber} ${group.title}`,
  )
  return [...groups].map(([group, each]) => ({ group, skills: each.map(({ skill }) => skill) }))
}
