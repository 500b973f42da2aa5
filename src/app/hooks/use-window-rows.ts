import { useLayoutEffect, useState } from 'react'
import type { RefObject } from 'react'

/** The rows of a long list that have to be there, and how high each is. */
export interface WindowRows {
  /** First row, and the one after the last. */
  readonly from: number
  readonly to: number
  /** Height of a row in CSS pixels; it follows the size of the text. */
  readonly height: number
}

/** Rows beyond the edges of the window: enough for a quick flick. */
const BEYOND = 12
/** Rows come and go by so many at once, so that scrolling a little changes nothing. */
const STEP = 6

/**
 * Which rows of `list` can be seen, while the window scrolls. All rows are equally high, so that nothing
 * has to be measured and a hundred thousand are no different from a hundred.
 *
 * @param heightRem height of a row in rem
 */
export function useWindowRows(
  list: RefObject<HTMLElement | null>,
  count: number,
  heightRem: number,
): WindowRows {
  const [rows, setRows] = useState<WindowRows>({ from: 0, to: 40, height: heightRem * 16 })

  useLayoutEffect(() => {
    const look = () => {
      const height = heightRem * remInPixels()
      const top = list.current?.getBoundingClientRect().top ?? 0
      const first = Math.floor(-top / height / STEP) * STEP - BEYOND
      const last = Math.ceil((window.innerHeight - top) / height / STEP) * STEP + BEYOND
      const from = Math.max(0, Math.min(first, count))
      const to = Math.max(from, Math.min(last, count))
      setRows((now) =>
        now.from === from && now.to === to && now.height === height ? now : { from, to, height },
      )
    }
    // oxlint-disable-next-line react/set-state-in-effect -- where the list stands is known from here on
    look()
    window.addEventListener('scroll', look, { passive: true })
    window.addEventListener('resize', look)
    // What stands above the list may grow or shrink, and text may be enlarged.
    const observer = new ResizeObserver(look)
    observer.observe(document.body)
    return () => {
      window.removeEventListener('scroll', look)
      window.removeEventListener('resize', look)
      observer.disconnect()
    }
  }, [list, count, heightRem])

  return { ...rows, from: Math.min(rows.from, count), to: Math.min(rows.to, count) }
}

function remInPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
}
