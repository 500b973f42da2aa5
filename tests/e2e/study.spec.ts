import { bundlesOf } from '../support/bundles-of-build.ts'
import { readLog } from '../support/browser-data.ts'
import { BUILD } from '../support/builds.ts'
import { KEYBOARD, TOUCH } from '../support/hands.ts'
import type { Hands } from '../support/hands.ts'
import { StudyScreen } from '../support/study-screen.ts'
import type { How } from '../support/study-screen.ts'
import {
  begin,
  expect,
  expectAccessible,
  goOffline,
  goOnline,
  keptOffline,
  test,
} from './fixtures.ts'
import type { Page } from '@playwright/test'

const BUNDLES = bundlesOf(BUILD)
const EXAMS = ['AZ-104', 'AZ-305'] as const

/** Parts of the exams that have, together, cards of every type that the decks have. */
const PARTS = [
  { exam: 'AZ-104', part: 'az104-idgov-gov', types: ['cloze', 'number'] },
  { exam: 'AZ-104', part: 'az104-storage-accounts', types: ['command', 'multi', 'single'] },
  { exam: 'AZ-104', part: 'az104-network-secure', types: ['basic'] },
  { exam: 'AZ-104', part: 'az104-monitor-backup', types: ['order', 'which'] },
  { exam: 'AZ-305', part: 'az305-bc-bdr', types: ['scenario'] },
] as const

const ALL_TYPES = PARTS.flatMap(({ types }): string[] => [...types]).toSorted()

/** Studies what each part has until every type came up, and says which cards were answered how. */
async function studyParts(page: Page, hands: Hands, hows: readonly How[]) {
  const screen = new StudyScreen(page, BUNDLES, hands)
  const studied: { cardId: string; type: string; how: How }[] = []
  for (const { exam, part } of PARTS) {
    await page.goto(`/study?exam=${exam}&part=${part}`)
    for (let card = await screen.card(); card; card = await screen.card()) {
      const { cardId, type } = card
      const again = studied.some((each) => each.cardId === cardId)
      const how = again ? 'right' : (hows[studied.length % hows.length] ?? 'right')
      await screen.study(card, how)
      studied.push({ cardId, type, how })
    }
  }
  return studied
}

const seenOf = (studied: readonly { cardId: string }[]) => new Set(studied.map((s) => s.cardId))
const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ }).filter({ visible: true })

test(
  'the first card is on screen within half a minute of opening the page',
  { tag: ['@phone', '@firefox'] },
  async ({ page }) => {
    const start = performance.now()
    await begin(page)
    await expect(page.getByRole('region', { name: 'Your answer' })).toBeVisible()
    const seconds = (performance.now() - start) / 1000
    console.log(`First run to first card: ${seconds.toFixed(1)} s`)
    expect(seconds).toBeLessThan(30)
  },
)

test(
  'cards of every type are studied with the keyboard alone, right and wrong',
  { tag: '@firefox' },
  async ({ page }) => {
    await begin(page, EXAMS)
    const studied = await studyParts(page, KEYBOARD, ['right', 'wrong', 'unknown'])
    expect([...new Set(studied.map(({ type }) => type))].toSorted()).toEqual(ALL_TYPES)
    await expectLog(page, studied)
  },
)

test('cards of every type are studied with a finger', { tag: '@touch' }, async ({ page }) => {
  await begin(page, EXAMS)
  const studied = await studyParts(page, TOUCH, ['right', 'wrong', 'right'])
  expect([...new Set(studied.map(({ type }) => type))].toSorted()).toEqual(ALL_TYPES)
  await expectLog(page, studied)
})

/** The log holds one entry for each answer, in order, with what the app or the learner made of it. */
async function expectLog(page: Page, studied: readonly { cardId: string; how: How }[]) {
  const log = (await readLog(page)).filter((entry) => entry.kind === 'rated')
  const outcome = log.map(({ cardId, rating }) => ({ cardId, known: rating !== 'again' }))
  expect(outcome).toEqual(studied.map(({ cardId, how }) => ({ cardId, known: how === 'right' })))
}

test(
  'ten cards are studied, the network goes, the page is loaded anew, an answer is taken back, and Progress counts the same',
  { tag: ['@firefox', '@offline'] },
  async ({ page, site }) => {
    await begin(page, EXAMS)
    await keptOffline(page)
    await page.goto('/study')
    const screen = new StudyScreen(page, BUNDLES, KEYBOARD)
    const studied: { cardId: string; exam: string }[] = []
    for (let card = await screen.card(); card && studied.length < 10; card = await screen.card()) {
      await screen.study(card, 'right')
      studied.push({ cardId: card.cardId, exam: examOf(card.cardId) })
    }

    await goOffline(page, site)
    await page.reload()
    const before = await screen.card()
    expect(before).not.toBeNull()
    await undo(page).click()
    await expect.poll(async () => (await screen.card())?.cardId).toBe(studied.at(-1)?.cardId)
    studied.pop()
    // Taken back, the tenth card is new again: nine are seen, here and everywhere.
    await expectSeen(page, studied)
    await page.goto('/')
    await expect(page.getByText(/^9 of 9 answers/)).toBeVisible()
    await page.reload()
    await expectSeen(page, studied)
    await goOnline(page, site)
    await page.reload()
    await expectSeen(page, studied)
  },
)

/** Progress shows as many cards seen as were studied, exam by exam. */
async function expectSeen(page: Page, studied: readonly { cardId: string; exam: string }[]) {
  for (const exam of EXAMS) {
    const seen = seenOf(studied.filter((each) => each.exam === exam)).size
    await page.goto(`/progress/${exam}`)
    const heading = page.getByRole('heading', { level: 1 })
    await expect(heading).toHaveText(seen === 0 ? /^None of/ : new RegExp(`^${seen} of \\d+ cards`))
  }
}

function examOf(cardId: string): string {
  const bundle = BUNDLES.find(({ notes }) => notes.some(({ id }) => cardId.startsWith(`${id}#`)))
  return bundle?.exam ?? ''
}

test(
  'a session is undone step by step to its beginning, also from the end of it',
  { tag: '@firefox' },
  async ({ page }) => {
    await begin(page)
    await page.goto('/study?exam=AZ-104&part=az104-storage-accounts')
    const screen = new StudyScreen(page, BUNDLES, KEYBOARD)
    const studied: string[] = []
    for (let card = await screen.card(); card; card = await screen.card()) {
      await screen.study(card, 'right')
      studied.push(card.cardId)
    }
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Done/)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Nothing is due/)
    for (const cardId of studied.toReversed()) {
      await undo(page).click()
      await expect.poll(async () => (await screen.card())?.cardId).toBe(cardId)
    }
    await page.goto('/progress/AZ-104')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^None of/)
  },
)

for (const { exam, part, types } of PARTS) {
  test(
    `${types.join(', ')}: accessible, asked and answered, in both themes`,
    { tag: '@phone' },
    async ({ page }) => {
      await begin(page, EXAMS)
      await page.goto(`/study?exam=${exam}&part=${part}`)
      const screen = new StudyScreen(page, BUNDLES, KEYBOARD)
      const left = new Set<string>(types)
      for (let card = await screen.card(); card && left.size > 0; card = await screen.card()) {
        const isNew = left.delete(card.type)
        if (isNew) await expectAccessible(page)
        await screen.answer(card, 'unknown')
        if (isNew) await expectAccessible(page)
        await screen.rate(card, 'right')
      }
      expect([...left]).toEqual([])
    },
  )
}
