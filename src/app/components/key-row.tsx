import { useEffect, useEffectEvent } from 'react'
import { keyName } from '../../core/keys.ts'
import { chordsOf } from '../hooks/use-hotkeys.ts'
import { KEY_SETTINGS } from '../words/keys.ts'
import styles from './key-row.module.css'

interface KeyRowProps {
  readonly name: string
  readonly keys: readonly string[]
  /** The learner changed them. */
  readonly isOwn: boolean
  /** The next key that is pressed is added. */
  readonly isListening: boolean
  readonly warning: string | null
  readonly onListen: (isOn: boolean) => void
  /** Null for the keys that come with the app. */
  readonly onChange: (keys: readonly string[] | null) => void
}

/** Keys that are pressed together with another and mean nothing alone. */
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead'])

/** One action with its keys: take one away, add one by pressing it, or have those of the app. */
export function KeyRow(props: KeyRowProps) {
  const { name, keys, isOwn, isListening, warning, onListen, onChange } = props
  usePressedKey(isListening, (key) => {
    onListen(false)
    if (key !== 'Escape' && !keys.includes(key)) onChange([...keys, key])
  })
  return (
    <li className={styles['row']}>
      <span className={styles['name']}>
        {name}
        {warning ? <span className="small"> {warning}</span> : null}
      </span>
      <span className={styles['keys']}>
        {keys.map((key) => (
          <button
            key={key}
            type="button"
            className={styles['key']}
            aria-label={KEY_SETTINGS.remove(keyName(key), name)}
            onClick={() => onChange(keys.filter((each) => each !== key))}
          >
            <kbd>{keyName(key)}</kbd> <span aria-hidden="true">×</span>
          </button>
        ))}
        <button
          type="button"
          className={styles['act']}
          aria-pressed={isListening}
          aria-label={KEY_SETTINGS.addTo(name)}
          onClick={() => onListen(!isListening)}
        >
          {isListening ? KEY_SETTINGS.press : KEY_SETTINGS.add}
        </button>
        {isOwn ? (
          <button
            type="button"
            className={styles['act']}
            aria-label={KEY_SETTINGS.resetOf(name)}
            onClick={() => onChange(null)}
          >
            {KEY_SETTINGS.reset}
          </button>
        ) : null}
      </span>
    </li>
  )
}

/** Hands on the next key that is pressed, before anything else hears of it. */
function usePressedKey(isOn: boolean, onKey: (key: string) => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (MODIFIERS.has(event.key)) return
    event.preventDefault()
    event.stopPropagation()
    const [chord] = chordsOf(event)
    if (chord !== undefined) onKey(chord)
  })
  useEffect(() => {
    if (!isOn) return undefined
    const listener = (event: KeyboardEvent) => pressed(event)
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [isOn])
}
