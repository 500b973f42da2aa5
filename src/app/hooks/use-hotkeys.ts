import { useEffect, useEffectEvent } from 'react'

/** What types or scrolls by itself when a key is pressed. */
const FIELDS = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]'
/** What Space and Enter press already. */
const PRESSABLE = 'a[href], button, summary, input, select, [role=button]'

/**
 * Runs `actions[key]` when that key is pressed, outside of text fields and while no dialog is open.
 * Keys are named as in `KeyboardEvent.key`, letters in lower case, and the space bar `Space`. Space and
 * Enter are left to a focused link or button. A key that is held down counts once.
 */
export function useHotkeys(actions: Readonly<Record<string, () => void>>): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const key = keyOf(event)
    const action = Object.hasOwn(actions, key) ? actions[key] : undefined
    if (!action || isTaken(event.target, key)) return
    event.preventDefault()
    action()
  })

  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}

function keyOf({ key }: KeyboardEvent): string {
  if (key === ' ') return 'Space'
  return key.length === 1 ? key.toLowerCase() : key
}

function isTaken(target: EventTarget | null, key: string): boolean {
  if (document.querySelector('dialog[open]')) return true
  if (!(target instanceof Element)) return false
  if (target.closest(FIELDS)) return true
  return (key === 'Space' || key === 'Enter') && target.closest(PRESSABLE) !== null
}
