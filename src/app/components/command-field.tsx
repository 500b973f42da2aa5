import type { KeyboardEvent } from 'react'
import styles from './typed-field.module.css'

interface CommandFieldProps {
  readonly typed: string
  readonly labelledBy: string
  readonly onType: (typed: string) => void
  readonly onCheck: () => void
}

/** A command to type, without anything that corrects it. Enter checks, Shift and Enter make a line. */
export function CommandField({ typed, labelledBy, onType, onCheck }: CommandFieldProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.currentTarget.blur()
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      if (!event.repeat) onCheck()
    }
  }
  return (
    <textarea
      className={`${styles['field']} ${styles['command']}`}
      rows={3}
      spellCheck={false}
      autoCapitalize="none"
      autoComplete="off"
      autoCorrect="off"
      enterKeyHint="done"
      aria-labelledby={labelledBy}
      value={typed}
      onChange={({ target }) => onType(target.value)}
      onKeyDown={onKeyDown}
    />
  )
}
