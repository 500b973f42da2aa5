import { useId } from 'react'
import type { ReactNode } from 'react'
import { FieldMessages, describedBy } from './note-field-messages.tsx'
import { useNoteFields } from './note-fields-context.ts'
import styles from './note-text-field.module.css'

interface LineProps {
  readonly label: string
  readonly path: string
  readonly hint?: string | null
}

interface NoteLineFieldProps extends LineProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** What may be chosen instead of typed. */
  readonly suggestions?: readonly string[]
}

/** A text of one line that is no Markdown: a deck, tags, a unit. */
export function NoteLineField(props: NoteLineFieldProps) {
  const { label, path, hint, value, onChange, suggestions = [] } = props
  const id = useId()
  const said = useNoteFields().said.get(path)
  return (
    <Labelled id={id} label={label} path={path} hint={hint ?? null}>
      <input
        id={id}
        className={styles['line']}
        data-path={path}
        value={value}
        autoComplete="off"
        list={suggestions.length > 0 ? `${id}-list` : undefined}
        aria-invalid={said && said.errors.length > 0 ? true : undefined}
        aria-describedby={describedBy(id, said, hint)}
        onChange={({ target }) => onChange(target.value)}
      />
      {suggestions.length > 0 ? (
        <datalist id={`${id}-list`}>
          {suggestions.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </datalist>
      ) : null}
    </Labelled>
  )
}

interface NoteSelectProps extends LineProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** The `<option>`s. */
  readonly children: ReactNode
}

/** One of several that are given. */
export function NoteSelect({ label, path, hint, value, onChange, children }: NoteSelectProps) {
  const id = useId()
  const said = useNoteFields().said.get(path)
  return (
    <Labelled id={id} label={label} path={path} hint={hint ?? null}>
      <select
        id={id}
        className={styles['line']}
        data-path={path}
        value={value}
        aria-invalid={said && said.errors.length > 0 ? true : undefined}
        aria-describedby={describedBy(id, said, hint)}
        onChange={({ target }) => onChange(target.value)}
      >
        {children}
      </select>
    </Labelled>
  )
}

interface LabelledProps extends LineProps {
  readonly id: string
  readonly children: ReactNode
}

function Labelled({ id, label, path, hint, children }: LabelledProps) {
  const said = useNoteFields().said.get(path)
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      {children}
      {hint ? (
        <p className="small" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <FieldMessages id={id} said={said} />
    </div>
  )
}
