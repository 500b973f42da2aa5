import { DUPLICATE_CHOICES } from '../../core/import/duplicates.ts'
import type { DuplicateChoice } from '../../core/import/duplicates.ts'
import { CHOICES, IMPORT } from '../words/import.ts'
import styles from './duplicate-choice.module.css'
import { RadioCard } from './radio-card.tsx'

interface DuplicateChoiceProps {
  /** What they ask. */
  readonly examples: readonly string[]
  readonly value: DuplicateChoice
  readonly onChange: (value: DuplicateChoice) => void
}

/** What to do with notes that are here already and say something else. */
export function DuplicateChoiceField({ examples, value, onChange }: DuplicateChoiceProps) {
  return (
    <fieldset className={styles['field']}>
      <legend className={styles['title']}>{IMPORT.duplicates}</legend>
      <details>
        <summary className="note">{IMPORT.which}</summary>
        <ul className={`${styles['examples']} note`}>
          {examples.map((each, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- two may ask the same
            <li key={index}>{each}</li>
          ))}
        </ul>
      </details>
      {DUPLICATE_CHOICES.map((choice) => {
        const [label, hint] = CHOICES[choice]
        return (
          <RadioCard
            key={choice}
            name="duplicates"
            label={label}
            hint={hint}
            checked={value === choice}
            onChoose={() => onChange(choice)}
          />
        )
      })}
    </fieldset>
  )
}
