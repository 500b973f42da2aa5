import { useEffect, useEffectEvent } from 'react'

/** What types or scrolls by itself when a key is pressed. */
const FIELDS = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]'
/** What Space and Enter press already. */
const PRESSABLE = 'a[href], button, summary, input, select, [role=button]'

/**
 * Runs `actions[key]` when that key is pressed, outside of text fields and while no dialog is open.
 * Keys are named as in `KeyboardEvent.key`, letters in lower case, the space bar `Space`, with `Ctrl+`,
 * `Alt+` and `Shift+` before them. Space and Enter are left to a focused link or button. A key that is
 * held down counts once.
 */
export function useHotkeys(actions: Readonly<Record<string, () => void>>): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat) return
    const chord = chordsOf(event).find((each) => Object.hasOwn(actions, each))
    const action = chord === undefined ? undefined : actions[chord]
    if (chord === undefined || !action || isTaken(event.target, chord)) return
    event.preventDefault()
    action()
  })

  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}

/**
 * What a key press may be called, the exact name first: `Ctrl+Shift+z`, `Shift+u`, `?`,
 * `Shift+Enter` and then `Enter`.
 * Command on a Mac is Ctrl. With Ctrl or Alt nothing but the exact name counts, as browsers use them.
 */
export function chordsOf(event: Pick<KeyboardEvent, ChordKey>): string[] {
  const key = keyOf(event)
  // AltGr, which some keyboards need for `@`, is reported as Ctrl and Alt.
  const isTyped = event.ctrlKey && event.altKey && /^[^a-z0-9]$/.test(key)
  const hasCtrl = (event.ctrlKey || event.metaKey) && !isTyped
  const hasAlt = event.altKey && !isTyped
  // What Shift makes of other keys, such as `?`, is their name already.
  const isShifted = event.shiftKey && (/^[a-z]$/.test(key) || key.length > 1)
  const exact = [hasCtrl && 'Ctrl', hasAlt && 'Alt', isShifted && 'Shift', key]
    .filter(Boolean)
    .join('+')
  // Of letters only the exact name counts: `Shift+i` may be another action than `i`, elsewhere.
  return hasCtrl || hasAlt || key.length === 1 || exact === key ? [exact] : [exact, key]
}

type ChordKey = 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'

function keyOf({ key }: Pick<KeyboardEvent, 'key'>): string {
  if (key === ' ') return 'Space'
  return key.length === 1 ? key.toLowerCase() : key
}

function isTaken(target: EventTarget | null, key: string): boolean {
  if (document.querySelector('dialog[open]')) return true
  if (!(target instanceof Element)) return false
  if (target.closest(FIELDS)) return true
  return (key === 'Space' || key === 'Enter') && target.closest(PRESSABLE) !== null
}
