import { useState } from 'react'
import { MOST_ITEMS } from '../../core/text/note-text.ts'
import type { ItemText, OptionText } from '../../core/text/note-text.ts'
import { EDITOR } from '../words/editor.ts'
import { Button } from './button.tsx'
import { FieldMessages } from './note-field-messages.tsx'
import { useNoteFields } from './note-fields-context.ts'
import { NoteTextField } from './note-text-field.tsx'
import styles from './note-items.module.css'

interface NoteItemsProps<Item extends ItemText> {
  readonly legend: string
  /** Path of the list, e.g. `options`. */
  readonly path: string
  /** "Option 2". */
  readonly nameOf: (at: number) => string
  readonly items: readonly Item[]
  readonly onChange: (items: Item[]) => void
  /** What is added. */
  readonly empty: Item
  /** `one` of them is right, `some` are, or it is no matter. */
  readonly right?: 'one' | 'some' | undefined
  /** Whether their order is the author's to choose. */
  readonly isOrdered?: boolean
}

/** A list of options or steps, each with a reason; lines can be added, removed and moved up. */
export function NoteItems<Item extends ItemText>(props: NoteItemsProps<Item>) {
  const { legend, path, nameOf, items, onChange, empty, right, isOrdered = false } = props
  const { said, onSay } = useNoteFields()
  const change = (index: number, next: Item) => onChange(items.with(index, next))
  const moveUp = (index: number) => {
    const moved = items[index]
    if (!moved || index === 0) return
    onChange(items.toSpliced(index, 1).toSpliced(index - 1, 0, moved))
    onSay(EDITOR.moved(nameOf(index + 1)))
  }
  return (
    <fieldset
      className={styles['items']}
      data-path={path}
      tabIndex={-1}
      aria-describedby={said.has(path) ? `${path}-list-said` : undefined}
    >
      <legend className={styles['legend']}>{legend}</legend>
      <FieldMessages id={`${path}-list`} said={said.get(path)} />
      {items.map((item, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- items have no names of their own
        <div key={index} className={styles['item']}>
          {right && isOption(item) ? (
            <RightMark
              kind={right}
              name={path}
              label={EDITOR.isRight(index + 1)}
              checked={item.right}
              onChange={(isRight) => onChange(markedRight(items, index, isRight, right))}
            />
          ) : null}
          <div className={styles['texts']}>
            <NoteTextField
              isBare
              rows={1}
              label={nameOf(index + 1)}
              path={`${path}.${index}.text`}
              value={item.text}
              onChange={(text) => change(index, { ...item, text })}
            />
            <div className={styles['below']}>
              <ReasonField
                what={nameOf(index + 1)}
                path={`${path}.${index}.why`}
                value={item.why}
                onChange={(why) => change(index, { ...item, why })}
              />
              <div className={styles['acts']}>
                {isOrdered && index > 0 ? (
                  <Button
                    look="word"
                    aria-label={EDITOR.up(nameOf(index + 1))}
                    onClick={() => moveUp(index)}
                  >
                    <span aria-hidden="true">↑</span>
                  </Button>
                ) : null}
                <Button
                  look="word"
                  aria-label={EDITOR.remove(nameOf(index + 1))}
                  onClick={() => onChange(items.toSpliced(index, 1))}
                >
                  <span aria-hidden="true">×</span>
                </Button>
              </div>
            </div>
          </div>
        </div>
      ))}
      <div>
        <Button
          look="word"
          disabled={items.length >= MOST_ITEMS}
          onClick={() => onChange([...items, empty])}
        >
          {EDITOR.addItem}
          <span className="vh">: {legend}</span>
        </Button>
      </div>
    </fieldset>
  )
}

interface RightMarkProps {
  readonly kind: 'one' | 'some'
  readonly name: string
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

function RightMark({ kind, name, label, checked, onChange }: RightMarkProps) {
  return (
    <label className={styles['right']}>
      <input
        type={kind === 'one' ? 'radio' : 'checkbox'}
        name={name}
        checked={checked}
        aria-label={label}
        onChange={({ target }) => onChange(target.checked)}
      />
    </label>
  )
}

interface ReasonFieldProps {
  readonly what: string
  readonly path: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Reasons are worth writing and may be left out: folded away until there is one. */
function ReasonField({ what, path, value, onChange }: ReasonFieldProps) {
  const [isOpen, setOpen] = useState(value !== '')
  return (
    <details
      className={styles['reason']}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        {EDITOR.reason}
        <span className="vh"> {what}</span>
      </summary>
      <NoteTextField
        isBare
        rows={1}
        label={EDITOR.reasonOf(what)}
        path={path}
        value={value}
        onChange={onChange}
      />
    </details>
  )
}

function isOption(item: ItemText): item is OptionText {
  return 'right' in item
}

function markedRight<Item extends ItemText>(
  items: readonly Item[],
  at: number,
  isRight: boolean,
  kind: 'one' | 'some',
): Item[] {
  return items.map((item, index) => {
    if (index === at) return { ...item, right: isRight }
    return kind === 'one' ? { ...item, right: false } : item
  })
}
