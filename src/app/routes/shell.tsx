import { useEffect, useRef } from 'react'
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router'

/** Around every screen: what happens when one gives way to another. Shows nothing of its own. */
export function Shell() {
  useFocusOnNavigation()
  return (
    <>
      <Outlet />
      <ScrollRestoration />
    </>
  )
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
