import { useEffect } from 'react'

/** Less than this is a toolbar of the browser, more is a keyboard, in pixels. */
const LEAST = 120

/**
 * Keeps what stands at the bottom edge above the keyboard of a phone. Browsers that shrink the page for
 * it, as asked for in index.html, need nothing; in others the part that is covered becomes the custom
 * property `--keyboard`. In both the field in use comes into view again.
 */
export function useKeyboardInset(): void {
  useEffect(() => {
    const viewport = window.visualViewport
    if (!viewport) return undefined
    const root = document.documentElement
    const resized = () => {
      const covered = window.innerHeight - viewport.height - viewport.offsetTop
      root.style.setProperty('--keyboard', covered > LEAST ? `${Math.round(covered)}px` : '0px')
      const field = document.activeElement
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
        field.scrollIntoView({ block: 'center' })
      }
    }
    viewport.addEventListener('resize', resized)
    return () => {
      viewport.removeEventListener('resize', resized)
      root.style.removeProperty('--keyboard')
    }
  }, [])
}
