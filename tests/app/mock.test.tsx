import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../../src/core/time.ts'
import { loadRun, loadRunHeads, openRun } from '../../src/db/mocks.ts'
import type { RunHead } from '../../src/db/mocks.ts'
import { bundle, note } from '../support/bundles.ts'
import { caseStudy, mockBundle, poolNote, choiceBody } from '../support/mock-bundle.ts'
import { NOON, renderRoutes, studyingApp } from '../support/test-app.tsx'
import type { TestApp } from '../support/test-app.tsx'

// Runs have the same counted ids in every test: none may hear when another one's was on screen.
beforeEach(() => localStorage.removeItem('mock-beat'))

const heading = (name: RegExp | string) => screen.findByRole('heading', { level: 1, name })
const position = () => screen.findByText(/^Question \d+ of \d+$/)

/** Chooses on /mock and begins. */
async function begin(app: TestApp, ...choices: readonly string[]) {
  const view = renderRoutes(app, '/mock')
  await heading('Try the exam')
  for (const name of choices) await view.user.click(screen.getByRole('radio', { name }))
  await view.user.click(screen.getByRole('button', { name: 'Begin' }))
  await position()
  return view
}

type User = ReturnType<typeof renderRoutes>['user']

/** Chooses by its text. */
async function pick(user: User, text: string) {
  await user.click(screen.getByRole('radio', { name: new RegExp(text) }))
}

async function submit(user: User) {
  await user.click(await screen.findByRole('button', { name: /^Submit/ }))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('button', { name: 'Submit' }))
  await screen.findByRole('heading', { level: 1, name: /of the points/ })
}

/** What is said of an answer, beside it. The same words are also announced. */
async function verdict(words: string) {
  const answer = await screen.findByRole('region', { name: 'Answer' })
  return within(answer).getByText(words)
}

function rowOf(key: string, answer: string) {
  return { key, html: `Need ${key}`, answer, rationale: `Because of ${key}.` }
}

function idsOf(head: RunHead | undefined) {
  return head?.begun.questions.map(({ noteId }) => noteId)
}

/** Stands for a disk that is full. */
function full(): never {
  throw new DOMException('full', 'QuotaExceededError')
}

function tick() {
  document.dispatchEvent(new Event('visibilitychange'))
}

describe('before', () => {
  test('says what is known of the real exam, and where Microsoft says it', async () => {
    renderRoutes(await studyingApp([mockBundle()]), '/mock')
    await heading('Try the exam')
    expect(screen.getByText(/How points become that score is not public/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Microsoft on scoring' })).toHaveAttribute(
      'href',
      expect.stringContaining('https://learn.microsoft.com/'),
    )
    expect(screen.getByText('50 questions, 100 minutes')).toBeVisible()
    expect(screen.getByText(/^60 of 60 questions/)).toBeVisible()
  })

  test('who has no exam is sent to Settings', async () => {
    renderRoutes(await studyingApp([]), '/mock')
    expect(await screen.findByText('Choose an exam in Settings first.')).toBeVisible()
  })

  test('an exam without questions of its own has no mock exam, and Progress does not lead to one', async () => {
    const app = await studyingApp([bundle('1', [note('a')])])
    const { unmount } = renderRoutes(app, '/mock')
    expect(await screen.findByText(/There are no questions for a mock exam/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Begin' })).toBeNull()
    unmount()
    renderRoutes(app, '/progress/AZ-104')
    expect(await screen.findByRole('link', { name: 'Plan' })).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Mock exam' })).toBeNull()
  })

  test('the number of questions is adjusted in steps that every domain can have its share of', async () => {
    const app = await studyingApp([mockBundle()])
    const { user } = renderRoutes(app, '/mock')
    await heading('Try the exam')
    await user.click(screen.getByRole('button', { name: 'More questions' }))
    expect(screen.getByText('55 questions, 100 minutes')).toBeVisible()
    await user.click(screen.getByRole('radio', { name: 'Practice' }))
    expect(screen.getByText('55 questions')).toBeVisible()
  })
})

describe('an exam', () => {
  test('goes from its first question to its result by keyboard, and tells nothing before', async () => {
    const app = await studyingApp([mockBundle()])
    const { user, router } = await begin(app, 'Sprint')
    expect(await position()).toHaveTextContent('Question 1 of 5')
    for (let q = 0; q < 5; q++) {
      await screen.findByText(`Question ${q + 1} of 5`)
      const letters = screen
        .getAllByRole('radio')
        .slice(0, 3)
        .map((_, index) => String.fromCodePoint(97 + index))
      const right = screen
        .getAllByRole('radio')
        .findIndex((radio) => radio.closest('label')?.textContent?.includes('Right'))
      await user.keyboard(letters[q === 0 ? (right + 1) % 3 : right] ?? '')
      if (q === 0) await user.keyboard('s')
      if (q === 1) await user.keyboard('m')
      expect(screen.queryByText(/Because|Correct/)).toBeNull()
      await user.keyboard('n')
    }
    await heading('Every question has an answer.')
    await user.keyboard('{Enter}')
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: 'Submit' }))
    await heading('80 % of the points, 4 of 5.')

    expect(screen.getByText(/That scale is not public/)).toBeVisible()
    const sure = screen.getByRole('region', { name: 'Sure and wrong' })
    const line = within(sure).getByRole('group')
    await user.click(within(line).getByText(/^Question d/))
    expect(within(line).getByText('Because right 1.')).toBeVisible()
    expect(within(line).getByText('Because wrong 2.')).toBeVisible()
    expect(within(line).getByRole('link', { name: /^learn.microsoft.com/ })).toBeVisible()
    expect(within(line).getByRole('link', { name: /^Card of az104/ })).toBeVisible()
    expect(router.state.location.pathname).toMatch(/^\/mock\/id-/)

    const all = screen.getByRole('region', { name: 'All questions' })
    await user.click(within(all).getByRole('radio', { name: 'Marked' }))
    expect(within(all).getAllByRole('group')).toHaveLength(1)
  })

  test('of full length has its case studies at the end, which are left for good', async () => {
    const app = await studyingApp([mockBundle([caseStudy('c1', 3)])])
    const { user } = await begin(app)
    for (let q = 1; q <= 50; q++) {
      await screen.findByText(`Question ${q} of 50`)
      await pick(user, 'Right')
      if (q < 50) await user.keyboard('n')
    }
    expect(screen.getByText('The situation of c1.')).toBeVisible()
    await user.keyboard('n')
    const dialog = await screen.findByRole('dialog', { name: 'Leave this case study?' })
    expect(dialog).toHaveTextContent('you cannot come back')
    await user.click(within(dialog).getByRole('button', { name: 'Leave it' }))
    const review = await screen.findByRole('region', { name: 'Review' })
    const last = within(review).getByRole('button', { name: '50, answered, finished' })
    expect(last).toHaveAttribute('aria-disabled', 'true')
    await user.click(last)
    await heading('Every question has an answer.')
    await user.click(within(review).getByRole('button', { name: '7, answered' }))
    await screen.findByText('Question 7 of 50')
    await user.keyboard('r')
    await submit(user)
    await heading('100 % of the points, 50 of 50.')
    const table = screen.getByRole('table', { name: 'Points by domain' })
    const rows = within(table).getAllByRole('row').slice(1)
    expect(rows.map((row) => within(row).getAllByRole('cell')[0]?.textContent)).toEqual([
      '20 / 20',
      '15 / 15',
      '15 / 15',
    ])
    expect(screen.getByText('Nothing was missed. Nothing changes in your study.')).toBeVisible()
  }, 60_000)

  test('goes on where it was after the page was closed, with its clock', async () => {
    const app = await studyingApp([mockBundle()])
    const { user, unmount } = await begin(app)
    await pick(user, 'Wrong 1')
    await user.keyboard('n')
    await screen.findByText('Question 2 of 50')
    await pick(user, 'Right 1')
    await waitFor(async () => expect((await openRun(app.db))?.asked[1]?.answer).not.toBeNull())
    unmount()
    app.setNow(NOON + 20 * MINUTE_MS + 7000)
    renderRoutes(app, '/mock/run')
    await screen.findByText('Question 2 of 50')
    expect(screen.getByRole('radio', { name: /Right 1/ })).toBeChecked()
    expect(screen.getAllByRole('timer')[0]).toHaveTextContent('1:19:53')
  })

  test('warns quietly ten minutes before the end of a longer one', async () => {
    const app = await studyingApp([mockBundle()])
    await begin(app)
    app.setNow(NOON + 91 * MINUTE_MS)
    tick()
    expect((await screen.findAllByText('10 minutes left.'))[0]).toBeVisible()
  })

  test('warns quietly at five minutes, not at its own length, and ends by itself with the answers that it has', async () => {
    const app = await studyingApp([mockBundle()])
    const { user } = await begin(app, 'Sprint')
    await pick(user, 'Right')
    const timer = screen.getAllByRole('timer')[0]
    app.setNow(NOON + MINUTE_MS)
    tick()
    await waitFor(() => expect(timer).toHaveTextContent('9:00'))
    expect(screen.queryByText('10 minutes left.')).toBeNull()
    app.setNow(NOON + 5 * MINUTE_MS + 1000)
    tick()
    await waitFor(() => expect(screen.getAllByText('5 minutes left.')[0]).toBeVisible())
    app.setNow(NOON + 10 * MINUTE_MS + 1000)
    tick()
    await heading('20 % of the points, 1 of 5.')
    expect(screen.getByText(/The time was over/)).toBeVisible()
    const [head] = await loadRunHeads(app.db)
    expect(head?.submitted).toMatchObject({ how: 'time', at: NOON + 10 * MINUTE_MS })
  })

  test('takes no answer after its time, even if the clock on screen stood still', async () => {
    const app = await studyingApp([mockBundle()])
    const { user } = await begin(app, 'Sprint')
    app.setNow(NOON + HOUR_MS)
    await pick(user, 'Right')
    expect(await heading('0 % of the points, 0 of 5.')).toBeVisible()
  })

  test('left open over night has its result in the morning, as of its last minute', async () => {
    const app = await studyingApp([mockBundle()])
    const { user, unmount } = await begin(app)
    await pick(user, 'Right')
    await waitFor(async () => expect((await openRun(app.db))?.asked[0]?.answer).not.toBeNull())
    unmount()
    app.setNow(NOON + 20 * HOUR_MS)
    renderRoutes(app, '/mock/run')
    await heading('Try the exam')
    const table = screen.getByRole('table', { name: 'Mock exams, latest first' })
    expect(within(table).getByText('2 %')).toBeVisible()
    const [head] = await loadRunHeads(app.db)
    expect(head?.submitted?.at).toBe(NOON + 100 * MINUTE_MS)
  })

  test('that went on in another tab is not forked: this one says so, and goes on from there', async () => {
    const app = await studyingApp([mockBundle()])
    const { user } = await begin(app, 'Sprint')
    app.db.changes.echo({ kind: 'mocked', run: (await openRun(app.db))?.id ?? '' })
    expect(await screen.findByText(/went on in another tab/)).toBeVisible()
    await user.keyboard('n')
    expect(screen.getByText('Question 1 of 5')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Go on here' }))
    await waitFor(() => expect(screen.queryByText(/went on in another tab/)).toBeNull())
    await user.keyboard('n')
    await screen.findByText('Question 2 of 5')
  })

  test('can be given up, and then has no result', async () => {
    const app = await studyingApp([mockBundle()])
    const { user, router } = await begin(app, 'Sprint')
    await user.keyboard('r')
    await user.click(await screen.findByRole('button', { name: 'Give up…' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: 'Give up' }))
    await heading('Try the exam')
    expect(router.state.location.pathname).toBe('/mock')
    expect(screen.getByText('Given up')).toBeVisible()
  })

  test('takes as many options as are right, and no more', async () => {
    const more = Array.from({ length: 30 }, (_, index) =>
      poolNote(`m-${index}`, 1, choiceBody(`Which two, ${index}?`, 2, 2)),
    )
    const app = await studyingApp([mockBundle(more, 0)])
    const { user } = await begin(app, 'Sprint')
    expect(screen.getByText('Choose two.')).toBeVisible()
    await user.keyboard('abc')
    expect(screen.getAllByRole('checkbox', { checked: true })).toHaveLength(2)
    expect(screen.getAllByText('You have chosen 2. Take one away first.')[0]).toBeVisible()
  })

  test('asks all rows of a question at once, a point for each', async () => {
    const which = Array.from({ length: 10 }, (_, index) =>
      poolNote(`w-${index}`, 1, {
        type: 'which',
        question: `Which fits, ${index}?`,
        options: ['A', 'B'].map((html, number) => ({ key: `o${number + 1}`, html })),
        rows: [rowOf('one', 'o1'), rowOf('two', 'o2')],
      }),
    )
    const app = await studyingApp([mockBundle(which, 0)])
    const { user } = await begin(app, 'Sprint', 'Practice')
    await user.click(screen.getByRole('button', { name: /^Check/ }))
    expect(screen.getByText('Choose an answer first.')).toBeVisible()
    for (const name of ['Need one', 'Need two']) {
      const group = screen.getByRole('group', { name })
      await user.click(within(group).getByRole('radio', { name: 'A' }))
    }
    await user.keyboard('{Enter}')
    expect(await verdict('1 of 2 points.')).toBeVisible()
    expect(screen.getByText('Because of two.')).toBeVisible()
  })
})

describe('practice', () => {
  test('explains every option at once, and then goes on', async () => {
    const app = await studyingApp([mockBundle()])
    const { user } = await begin(app, 'Sprint', 'Practice')
    expect(screen.queryByRole('timer')).toBeNull()
    await pick(user, 'Wrong 1')
    await user.keyboard('{Enter}')
    expect(await verdict('Not correct.')).toBeVisible()
    for (const why of ['Because right 1.', 'Because wrong 1.', 'Because wrong 2.']) {
      expect(screen.getByText(why)).toBeVisible()
    }
    expect(screen.queryByRole('radio', { name: /Wrong/ })).toBeNull()
    await user.keyboard('n')
    await screen.findByText('Question 2 of 5')
    await user.click(screen.getByRole('button', { name: 'I don’t know' }))
    expect(await verdict('No answer.')).toBeVisible()
  })

  test('goes on the next day, and its break does not count', async () => {
    const app = await studyingApp([mockBundle()])
    const { user, unmount } = await begin(app, 'Sprint', 'Practice')
    app.setNow(NOON + 8000)
    await pick(user, 'Right')
    await user.keyboard('{Enter}')
    await verdict('Correct.')
    await waitFor(async () => expect((await openRun(app.db))?.asked[0]?.isChecked).toBe(true))
    unmount()
    app.setNow(NOON + 24 * HOUR_MS)
    const again = renderRoutes(app, '/mock')
    expect(await screen.findByText(/is under way/)).toBeVisible()
    await again.user.click(screen.getByRole('link', { name: 'Go on' }))
    expect(await verdict('Correct.')).toBeVisible()
    await again.user.keyboard('n')
    await screen.findByText('Question 2 of 5')
    await waitFor(async () => expect((await openRun(app.db))?.current).toBe(1))
    const run = await openRun(app.db)
    expect(run?.asked[0]?.spentMs).toBe(8000)
  })
})

describe('afterwards', () => {
  test('a run can be repeated: the same questions, marked as no measure', async () => {
    const app = await studyingApp([mockBundle()])
    const { user } = await begin(app, 'Sprint')
    await user.keyboard('r')
    await submit(user)
    await user.click(screen.getByRole('button', { name: 'Repeat this exam' }))
    await screen.findByText('Question 1 of 5')
    const [second, first] = await loadRunHeads(app.db)
    expect(idsOf(second)).toEqual(idsOf(first))
    expect(second?.begun.seed).toBe(first?.begun.seed)
    await user.keyboard('r')
    await submit(user)
    expect(screen.getByText(/every question had been asked before/)).toBeVisible()
  })

  test('two measures make a trend, which is also said in words', async () => {
    const app = await studyingApp([mockBundle()])
    const { user } = await begin(app, 'Sprint')
    await user.keyboard('r')
    await submit(user)
    await user.click(screen.getByRole('link', { name: 'Mock exams' }))
    await heading('Try the exam')
    await user.click(screen.getByRole('radio', { name: 'Sprint' }))
    await user.click(screen.getByRole('button', { name: 'Begin' }))
    await position()
    await pick(user, 'Right')
    await user.keyboard('r')
    await submit(user)
    await user.click(screen.getByRole('link', { name: 'Mock exams' }))
    expect(
      await screen.findByRole('img', { name: /^Scores of mock exams AZ-104, .*0 % .*20 %/ }),
    ).toBeVisible()
    expect(screen.getByText(/^58 of 60 questions/)).toBeVisible()
  })

  test('a result is printed with everything open, and is as it was afterwards', async () => {
    const app = await studyingApp([mockBundle()])
    const { user } = await begin(app, 'Sprint')
    await user.keyboard('r')
    await submit(user)
    const all = screen.getByRole('region', { name: 'All questions' })
    expect(within(all).queryByText('Because right 1.')).toBeNull()
    act(() => void window.dispatchEvent(new Event('beforeprint')))
    expect(within(all).getAllByText('Because right 1.')).toHaveLength(5)
    expect(
      within(all)
        .getAllByRole('group')
        .every((line) => line.hasAttribute('open')),
    ).toBe(true)
    act(() => void window.dispatchEvent(new Event('afterprint')))
    expect(within(all).queryByText('Because right 1.')).toBeNull()
  })

  test('an unknown run is told of', async () => {
    renderRoutes(await studyingApp([mockBundle()]), '/mock/nothing')
    expect(await screen.findByText(/no such mock exam/)).toBeVisible()
  })

  test('what could not be saved is told, and saved when it is tried again', async () => {
    const app = await studyingApp([mockBundle()])
    const { user } = await begin(app, 'Sprint')
    app.db.mocks.hook('creating', full)
    await pick(user, 'Right')
    expect(await screen.findByRole('alert')).toHaveTextContent('Not saved yet.')
    const run = (await openRun(app.db))?.id ?? ''
    expect((await loadRun(app.db, run))?.asked[0]?.answer).toBeNull()
    app.db.mocks.hook('creating').unsubscribe(full)
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
    expect((await loadRun(app.db, run))?.asked[0]?.answer).not.toBeNull()
  })
})
