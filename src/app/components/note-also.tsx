import { EDITOR } from '../words/editor.ts'
import { Button } from './button.tsx'
import { NoteTextField } from './note-text-field.tsx'
import styles from './note-section.module.css'

interface NoteAlsoProps {
  readonly path: string
  readonly also: readonly string[]
  readonly onChange: (also: string[]) => void
}

/** Further commands that are right. */
export function NoteAlso({ path, also, onChange }: NoteAlsoProps) {
  return (
    <fieldset className={styles['rows']} data-path={path}>
      <legend className="vh">{EDITOR.also}</legend>
      {also.map((code, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- commands have no names of their own
        <div key={index} className={styles['line']}>
          <NoteTextField
            isCode
            label={EDITOR.alsoItem(index + 1)}
            path={`${path}.${index}`}
            value={code}
            onChange={(next) => onChange(also.with(index, next))}
          />
          <Button
            look="word"
            aria-label={EDITOR.remove(EDITOR.alsoItem(index + 1))}
            onClick={() => onChange(also.toSpliced(index, 1))}
          >
            <span aria-hidden="true">×</span>
          </Button>
        </div>
      ))}
      <div>
        <Button look="word" onClick={() => onChange([...also, ''])}>
          {EDITOR.addItem}
          <span className="vh">: {EDITOR.also}</span>
        </Button>
      </div>
    </fieldset>
  )
}
