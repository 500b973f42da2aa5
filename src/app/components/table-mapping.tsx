import { useId } from 'react'
import type { ReactNode } from 'react'
import { DELIMITERS } from '../../core/import/table.ts'
import type { Delimiter } from '../../core/import/table.ts'
import { COLUMN_ROLES, TEXT_FORMATS } from '../../core/import/table.ts'
import type { ColumnRole, TableMapping } from '../../core/import/table.ts'
import {
  DELIMITER_NAMES,
  FORMAT_NAMES,
  IMPORT,
  ROLE_NAMES,
  rowsWords,
  TYPE_NAMES,
} from '../words/import.ts'
import { Field } from './field.tsx'
import styles from './table-mapping.module.css'

interface TableMappingProps {
  readonly delimiter: Delimiter
  /** The first rows. */
  readonly rows: readonly (readonly string[])[]
  /** How many there are. */
  readonly count: number
  readonly faulty: readonly number[]
  readonly mapping: TableMapping
  /** `mapping` is null where it is to be found anew, as columns are others now. */
  readonly onChange: (delimiter: Delimiter, mapping: TableMapping | null) => void
}

const TYPES = ['basic', 'reversed', 'cloze'] as const

/** How a table becomes cards: what separates its values, what its columns hold, and how it looks so. */
export function TableMappingForm(props: TableMappingProps) {
  const { delimiter, rows, count, faulty, mapping, onChange } = props
  const id = useId()
  const change = (part: Partial<TableMapping>) => onChange(delimiter, { ...mapping, ...part })
  return (
    <div className={styles['form']}>
      <output className="note num">{rowsWords(count, faulty)}</output>
      <Choice
        id={`${id}-delimiter`}
        label={IMPORT.delimiter}
        value={delimiter}
        options={DELIMITERS.map((each) => [each, DELIMITER_NAMES[each]])}
        onChange={(value) => onChange(value, null)}
      />
      <Choice
        id={`${id}-type`}
        label={IMPORT.type}
        value={mapping.type}
        options={TYPES.map((each) => [each, TYPE_NAMES[each]])}
        onChange={(type) => change({ type })}
      />
      <Choice
        id={`${id}-format`}
        label={IMPORT.format}
        value={mapping.format}
        options={TEXT_FORMATS.map((each) => [each, FORMAT_NAMES[each]])}
        onChange={(format) => change({ format })}
      />
      <Field label={IMPORT.deck} htmlFor={`${id}-deck`} hint={IMPORT.deckHint}>
        <input
          key={mapping.deck}
          id={`${id}-deck`}
          className={styles['text']}
          defaultValue={mapping.deck}
          maxLength={80}
          aria-describedby={`${id}-deck-hint`}
          onBlur={({ target }) => {
            const deck = target.value.trim()
            if (deck !== '' && deck !== mapping.deck) change({ deck })
          }}
        />
      </Field>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={mapping.hasHead}
          onChange={({ target }) => change({ hasHead: target.checked })}
        />
        <span>{IMPORT.hasHead}</span>
      </label>
      <Columns rows={rows} mapping={mapping} onChange={change} />
      <Missing mapping={mapping} />
    </div>
  )
}

function Missing({ mapping }: { readonly mapping: TableMapping }): ReactNode {
  const { roles, type } = mapping
  if (!roles.includes('ask')) return <p role="alert">{IMPORT.noQuestion}</p>
  if (type !== 'cloze' && !roles.includes('answer')) return <p role="alert">{IMPORT.noAnswer}</p>
  return null
}

interface ChoiceProps<Value extends string> {
  readonly id: string
  readonly label: string
  readonly value: Value
  readonly options: readonly (readonly [value: Value, name: string])[]
  readonly onChange: (value: Value) => void
}

function Choice<Value extends string>({ id, label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <Field label={label} htmlFor={id}>
      <select
        id={id}
        className={styles['select']}
        value={value}
        onChange={({ target }) => {
          const chosen = options.find(([each]) => each === target.value)
          if (chosen) onChange(chosen[0])
        }}
      >
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  )
}

interface ColumnsProps {
  readonly rows: TableMappingProps['rows']
  readonly mapping: TableMapping
  readonly onChange: (part: Partial<TableMapping>) => void
}

/** The first rows, each column under what it holds. */
function Columns({ rows, mapping, onChange }: ColumnsProps) {
  const { roles, hasHead } = mapping
  const [head = []] = rows
  const body = hasHead ? rows.slice(1) : rows
  const nameOf = (index: number) => (hasHead ? head[index] : '') || IMPORT.column(index + 1)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable with the keyboard
    <section className={styles['scroll']} tabIndex={0} aria-label={IMPORT.table}>
      <table className={styles['table']}>
        <thead>
          <tr>
            {roles.map((role, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- columns are their places
              <th key={index} scope="col">
                <span className="small">{nameOf(index)}</span>
                <select
                  className={styles['select']}
                  aria-label={IMPORT.role(nameOf(index))}
                  value={role}
                  onChange={({ target }) => {
                    const chosen = COLUMN_ROLES.find((each) => each === target.value)
                    if (chosen) onChange({ roles: withRole(roles, index, chosen) })
                  }}
                >
                  {COLUMN_ROLES.map((each) => (
                    <option key={each} value={each}>
                      {ROLE_NAMES[each]}
                    </option>
                  ))}
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="note">
          {body.map((row, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows are their places
            <tr key={at}>
              {roles.map((role, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- columns are their places
                <td key={index} className={role === 'none' ? 'muted' : undefined}>
                  {row[index] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A role belongs to one column: the one that had it before holds nothing then. */
function withRole(roles: readonly ColumnRole[], at: number, role: ColumnRole): ColumnRole[] {
  return roles.map((each, index) => (index === at ? role : each === role ? 'none' : each))
}
