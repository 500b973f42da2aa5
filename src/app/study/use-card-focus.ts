import { useEffectEvent, useLayoutEffect } from 'react'
import type { RefObject } from 'react'

/** A field is focused at once only where no keyboard rises over the question. */
const HAS_KEYBOARD = '(hover: hover) and (pointer: fine)'

/** A new card starts at the top of the page, with the focus on its field or its question. */
export function useQuestionFocus(id: string, group: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    window.scrollTo(0, 0)
    const field = window.matchMedia(HAS_KEYBOARD).matches
      ? group.current?.querySelector<HTMLElement>('input[type=text], textarea')
      : null
    const target = field ?? document.getElementById(id)
    target?.focus({ preventScroll: true })
  }, [id, group])
}

/**
 * Once the answer is there, the focus moves to it and it comes into view.
 *
 * @param inPlace id of the question where it has the answer in it, else null
 * @param onShown called once, to say what came of it
 */
export function useAnswerFocus(
  isAnswered: boolean,
  inPlace: string | null,
  group: RefObject<HTMLElement | null>,
  onShown: () => void,
): void {
  const shown = useEffectEvent(onShown)
  useLayoutEffect(() => {
    if (!isAnswered) return
    const target = inPlace ? document.getElementById(inPlace) : group.current
    target?.focus({ preventScroll: true })
    const first = inPlace ? target : target?.firstElementChild
    first?.scrollIntoView({ block: 'nearest' })
    shown()
  }, [isAnswered, inPlace, group])
}
