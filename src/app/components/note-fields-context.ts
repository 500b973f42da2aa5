import { createContext, use } from 'react'

/** What is said beside one field. */
export interface FieldSaid {
  readonly errors: readonly string[]
  readonly advice: readonly string[]
}

/** What every field of the editor's form needs besides its own value. */
export interface NoteFields {
  /** By path, e.g. `options`; a path without an entry has nothing to say. */
  readonly said: ReadonlyMap<string, FieldSaid>
  /** A field got the focus: the toolbar acts on it. */
  readonly onFocus: (field: HTMLTextAreaElement, label: string) => void
  /** Files were pasted or dropped into a field. */
  readonly onFiles: (field: HTMLTextAreaElement, files: readonly File[]) => void
  /** Says something to screen readers. */
  readonly onSay: (words: string) => void
}

const NOTHING: NoteFields = {
  said: new Map(),
  onFocus: () => {},
  onFiles: () => {},
  onSay: () => {},
}

export const NoteFieldsContext = createContext<NoteFields>(NOTHING)

export function useNoteFields(): NoteFields {
  return use(NoteFieldsContext)
}
