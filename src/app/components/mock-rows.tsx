import type { KeyboardEvent } from 'react'
import { optionOfRow, withRow } from '../../core/mock/score.ts'
import type { MockItem } from '../mock/item.ts'
import { Html } from './html.tsx'
import styles from './mock-rows.module.css'

interface MockRowsProps {
  readonly item: Pick<MockItem, 'rows' | 'options'>
  /** `row:option` for each row that has one. */
  readonly chosen: readonly string[]
  /** Names the group of radio buttons of each row. */
  readonly id: string
  readonly onChoose: (chosen: readonly string[]) => void
  readonly onEnter: () => void
}

/** The same options over several requirements, one to be chosen for each. */
export function MockRows({ item, chosen, id, onChoose, onEnter }: MockRowsProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    if (!event.repeat) onEnter()
  }
  return (
    <div className={styles['rows']}>
      {item.rows.map((row) => (
        <fieldset key={row.key}>
          <legend className={styles['legend']}>
            <Html as="span" html={row.html} />
          </legend>
          <div className={styles['options']}>
            {item.options.map((option) => (
              <label key={option.key} className={styles['option']}>
                <input
                  type="radio"
                  name={`${id}-${row.key}`}
                  checked={optionOfRow(chosen, row.key) === option.key}
                  onChange={() => onChoose(withRow(chosen, row.key, option.key))}
                  onKeyDown={onKeyDown}
                />
                <Html as="span" html={option.html} />
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  )
}
