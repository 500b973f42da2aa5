import { screen, waitFor, within } from '@testing-library/react'
import { expect } from 'vitest'
import type { CardId, Note } from '../../src/core/note.ts'
import type { Rated, Review } from '../../src/core/review.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { DAY_MS } from '../../src/core/time.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { bundle } from './bundles.ts'
import { rated } from './log.ts'
import { CHICAGO, NOON, renderRoutes, studyingApp } from './test-app.tsx'
import type { TestApp } from './test-app.tsx'

/** A learner with these notes and no reviews sits down to study. */
export async function study(notes: readonly Note[], path = '/study') {
  const app = await studyingApp([bundle('1', notes)])
  return { app, ...(await openStudy(app, path)) }
}

/** Opens the study screen of an app and waits for what it shows. */
export async function openStudy(app: TestApp, path = '/study') {
  const view = renderRoutes(app, path)
  await heading()
  return view
}

/** The question on screen, or what is said when there is none. */
export function heading() {
  return screen.findByRole('heading', { level: 1 })
}

export async function expectHeading(words: string | RegExp) {
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(words))
}

/** A button of the dock, by what it is called. */
export function button(name: string | RegExp) {
  return screen.findByRole('button', { name })
}

/** The head of the screen, which has the count, Undo and More. */
export function head() {
  return within(screen.getByRole('banner'))
}

/** What is said to screen readers. */
export function said(): string {
  return document.querySelector('[aria-live=polite]')?.textContent ?? ''
}

/** Presses a key as the browser reports it, without waiting for what follows. */
export function press(key: string): void {
  window.dispatchEvent(new KeyboardEvent('keydown', { key }))
}

/** The log, oldest first. */
export function log(app: TestApp): Promise<Review[]> {
  return app.db.reviews.orderBy('at').toArray()
}

export async function ratings(app: TestApp): Promise<Rated[]> {
  return (await log(app)).filter((review) => review.kind === 'rated')
}

/** Waits until the log has so many entries, and returns them. */
export async function entries(app: TestApp, count: number): Promise<Review[]> {
  await waitFor(async () => expect(await app.db.reviews.count()).toBe(count))
  return log(app)
}

/** The card was rated some days before the test's noon. */
export async function ratedBefore(
  app: TestApp,
  cardId: CardId,
  days: number,
  rating: Rated['rating'] = 'good',
) {
  const at = NOON - days * DAY_MS
  const entry = rated(`${cardId}-${days}`, 0, { cardId, at, rating, utcOffsetMin: CHICAGO })
  await recordReview(app.db, entry, DEFAULT_SCHEDULER)
}
