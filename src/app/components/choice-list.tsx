import type { KeyboardEvent } from 'react'
import type { Html as HtmlText } from '../../core/note.ts'
import { CHOICE } from '../words/study.ts'
import { Html } from './html.tsx'
import styles from './choice-list.module.css'

export interface Choice {
  readonly key: string
  readonly html: HtmlText
}

interface ChoiceListProps {
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
  readonly multiple: boolean
  readonly labelledBy: string
  readonly onChoose: (key: string) => void
  readonly onCheck: () => void
}

/** The id of an option's control, so that a letter key can move the focus there. */
export function choiceId(list: string, key: string): string {
  return `${list}-${key}`
}

/** The letter of the nth option, from 0. Letters are keys only: options change places every time. */
export function letterOf(index: number): string {
  return String.fromCodePoint(65 + index)
}

/** Options to choose from: native radio buttons, or checkboxes where several can be right. */
export function ChoiceList(props: ChoiceListProps) {
  const { choices, chosen, multiple, labelledBy, onChoose, onCheck } = props
  const onKeyDown = (event: KeyboardEvent, key: string) => {
    // Space chooses; on a radio button that is chosen it has nothing left to do.
    const isConfirming = event.key === ' ' && !multiple && chosen.includes(key)
    if (event.key !== 'Enter' && !isConfirming) return
    event.preventDefault()
    if (!event.repeat) onCheck()
  }
  return (
    <div
      className={styles['options']}
      role={multiple ? 'group' : 'radiogroup'}
      aria-labelledby={labelledBy}
    >
      {choices.map(({ key, html }, index) => (
        <label key={key} className={styles['option']}>
          <input
            id={choiceId(labelledBy, key)}
            className={styles['input']}
            type={multiple ? 'checkbox' : 'radio'}
            name={labelledBy}
            checked={chosen.includes(key)}
            aria-keyshortcuts={`${letterOf(index)} ${index + 1}`}
            onChange={() => onChoose(key)}
            onKeyDown={(event) => onKeyDown(event, key)}
          />
          <span className={styles['key']} aria-hidden="true">
            {letterOf(index)}
          </span>
          <Html as="span" html={html} className={styles['what']} />
        </label>
      ))}
    </div>
  )
}

export interface ChoiceOutcome extends Choice {
  readonly right: boolean
  readonly rationale: HtmlText | null
}

interface ChoiceOutcomesProps {
  readonly choices: readonly ChoiceOutcome[]
  /** Null where nobody chose: the options as the author knows them. */
  readonly chosen: readonly string[] | null
}

/** The same options with what is right, what was chosen, and the reason for each. */
export function ChoiceOutcomes({ choices, chosen }: ChoiceOutcomesProps) {
  const several = choices.filter(({ right }) => right).length > 1
  return (
    <ol className={styles['options']}>
      {choices.map(({ key, html, right, rationale }, index) => {
        const isChosen = chosen?.includes(key) ?? false
        const tag = CHOICE.tag(right, isChosen, several && chosen !== null)
        return (
          <li key={key} className={`${styles['option']} ${stateClass(right, isChosen)}`}>
            <span className={styles['key']} aria-hidden="true">
              {letterOf(index)}
            </span>
            <span className={styles['line']}>
              <Html as="span" html={html} className={styles['what']} />
              {tag ? <span className={styles['tag']}>{tag}</span> : null}
            </span>
            {rationale ? <Html as="div" html={rationale} className={styles['because']} /> : null}
          </li>
        )
      })}
    </ol>
  )
}

function stateClass(right: boolean, isChosen: boolean): string | undefined {
  if (right) return styles['right']
  return isChosen ? styles['wrong'] : styles['other']
}
