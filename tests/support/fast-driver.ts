/* oxlint-disable unicorn/consistent-function-scoping -- the function goes into a page, alone */

/**
 * Studies inside the page, nearly as fast as the screen lets it, until the page ends. Tells of each card before it
 * is rated (`rating`) and when the screen has gone on (`confirmed`); the first may be without a name.
 *
 * @param pauseMs at most so long between two cards
 */
export async function drive(pauseMs: number): Promise<void> {
  const region = (name: string) => document.querySelector(`main [aria-label="${name}"]`)
  const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  const press = (key: string) =>
    window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  const tell = async (what: 'rating' | 'confirmed', name: string) => {
    const listener: unknown = Reflect.get(window, what)
    if (typeof listener === 'function') await listener(name)
  }
  const has = (name: string) =>
    [...document.querySelectorAll('button')].some((button) => button.innerText.startsWith(name))

  for (;;) {
    // A session that was interrupted may go on with its answer shown.
    while (!region('Your answer') && !region('Answer')) await sleep(4)
    // By then a gap is filled, and the heading no longer says which card it is.
    const name = region('Answer') ? '' : (document.querySelector('main h1')?.textContent ?? '')
    for (let waited = 0; !region('Answer'); waited++) {
      // Once, and again only if it was not heard: twice might be an answer of its own.
      if (waited % 250 === 0) press(has('Show answer') ? ' ' : 'n')
      await sleep(4)
    }
    await tell('rating', name)
    const isJudged = has('Continue')
    press(isJudged ? ' ' : Math.random() < 0.6 ? '2' : '1')
    while (region('Answer')) await sleep(4)
    await tell('confirmed', name)
    // Now and then it waits, so that what follows an answer on the quiet is interrupted as well.
    await sleep(Math.random() * pauseMs)
  }
}
