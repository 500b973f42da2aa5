import { EDITOR } from '../words/editor.ts'
import { NoteLineField, NoteSelect } from './note-line-field.tsx'
import type { NoteSectionProps } from './note-section.tsx'
import { NoteTextField } from './note-text-field.tsx'
import styles from './note-section.module.css'

/** The options and rows of a shipped `which` note. Its rows are cards: they stay, and are only reworded. */
export function NoteRows({ text, prefix, onChange }: NoteSectionProps) {
  return (
    <>
      <NoteLineField
        label={EDITOR.choices}
        path={`${prefix}choices`}
        hint={EDITOR.choicesHint}
        value={text.choices.join('; ')}
        onChange={(typed) => onChange({ choices: typed.split(/;\s?/) })}
      />
      <fieldset className={styles['rows']} data-path={`${prefix}rows`} tabIndex={-1}>
        <legend className="vh">{EDITOR.rows}</legend>
        {text.rows.map((row, index) => (
          <div key={row.key} className={styles['row']}>
            <NoteTextField
              rows={1}
              label={EDITOR.row(index + 1)}
              path={`${prefix}rows.${index}.text`}
              value={row.text}
              onChange={(next) => onChange({ rows: text.rows.with(index, { ...row, text: next }) })}
            />
            <NoteSelect
              label={EDITOR.rowAnswer(index + 1)}
              path={`${prefix}rows.${index}.answer`}
              value={row.answer}
              onChange={(answer) => onChange({ rows: text.rows.with(index, { ...row, answer }) })}
            >
              {[...new Set([row.answer, ...text.choices])].map((choice) => (
                <option key={choice} value={choice}>
                  {choice}
                </option>
              ))}
            </NoteSelect>
          </div>
        ))}
      </fieldset>
    </>
  )
}
