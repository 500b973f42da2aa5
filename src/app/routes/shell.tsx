import { useEffect, useRef } from 'react'
import type { Location } from 'react-router'
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router'

/** Around every screen: what happens when one gives way to another. Shows nothing of its own. */
export function Shell() {
  useFocusOnNavigation()
  return (
    <>
      <Outlet />
      <ScrollRestoration getKey={keyOf} />
    </>
  )
}

/** The first entry of every visit has the key "default": it would be scrolled as another address was. */
function keyOf({ key, pathname }: Location): string {
  return key === 'default' ? pathname : key
}

/**
 * Moves the focus to the heading of a screen that was navigated to, so that it is read aloud and the
 * Tab key goes on from there. A screen that set the focus itself keeps it.
 */
function useFocusOnNavigation(): void {
  const { pathname } = useLocation()
  const { state } = useNavigation()
  const before = useRef(pathname)

  useEffect(() => {
    if (state !== 'idle' || before.current === pathname) return
    before.current = pathname
    const main = document.querySelector('main')
    if (!main || main.contains(document.activeElement)) return
    const target = main.querySelector<HTMLElement>('h1') ?? main
    target.tabIndex = -1
    target.focus({ preventScroll: true })
  }, [pathname, state])
}
