import { useId } from 'react'
import type { ClipboardEvent, DragEvent } from 'react'
import { MOST_CHARACTERS } from '../../core/text/note-text.ts'
import { FieldMessages, describedBy } from './note-field-messages.tsx'
import { useNoteFields } from './note-fields-context.ts'
import styles from './note-text-field.module.css'

interface NoteTextFieldProps {
  readonly label: string
  /** Where the text stands in the note: messages about it are found by this path. */
  readonly path: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string | null
  /** Lines that are shown at least. */
  readonly rows?: number
  /** Code: no Markdown, no correction, a fixed-width face. */
  readonly isCode?: boolean
  /** The label is there for screen readers only. */
  readonly isBare?: boolean
}

/** A text of a note, as Markdown or code, that grows with what is in it. Takes images. */
export function NoteTextField(props: NoteTextFieldProps) {
  const { label, path, value, onChange, hint, rows = 2, isCode = false, isBare = false } = props
  const id = useId()
  const { said, onFocus, onFiles } = useNoteFields()
  const messages = said.get(path)
  const takeFiles = (
    event: ClipboardEvent<HTMLTextAreaElement> | DragEvent<HTMLTextAreaElement>,
    data: DataTransfer,
  ) => {
    const files = [...data.files].filter(({ type }) => type.startsWith('image/'))
    if (isCode || files.length === 0) return
    event.preventDefault()
    onFiles(event.currentTarget, files)
  }
  return (
    <div className={styles['field']}>
      <label className={isBare ? 'vh' : styles['label']} htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <p className="small" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <textarea
        id={id}
        className={`${styles['text']} ${isCode ? styles['code'] : ''}`}
        data-path={path}
        data-code={isCode || undefined}
        rows={rows}
        maxLength={MOST_CHARACTERS}
        value={value}
        spellCheck={!isCode}
        autoCapitalize={isCode ? 'none' : 'sentences'}
        autoComplete="off"
        aria-invalid={messages && messages.errors.length > 0 ? true : undefined}
        aria-describedby={describedBy(id, messages, hint)}
        onChange={({ target }) => onChange(target.value)}
        onFocus={({ currentTarget }) => onFocus(currentTarget, label)}
        onPaste={(event) => takeFiles(event, event.clipboardData)}
        onDrop={(event) => takeFiles(event, event.dataTransfer)}
      />
      <FieldMessages id={id} said={messages} />
    </div>
  )
}
