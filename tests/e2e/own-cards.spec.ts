import type { Locator, Page } from '@playwright/test'
import { fullText } from '../../src/core/text/note-text.ts'
import type { StoredText } from '../../src/core/text/note-text.ts'
import { readLog } from '../support/browser-data.ts'
import { BUILD } from '../support/builds.ts'
import { bundlesOf } from '../support/bundles-of-build.ts'
import { bundle, note } from '../support/bundles.ts'
import { KEYBOARD, TOUCH } from '../support/hands.ts'
import type { Hands } from '../support/hands.ts'
import { StudyScreen } from '../support/study-screen.ts'
import { rendered } from '../support/texts.ts'
import { begin, expect, expectAccessible, goOffline, keptOffline, test } from './fixtures.ts'

/** One note of each type that can be written. */
const TEXTS = [
  { type: 'basic', ask: 'What does *NSG* stand for?', answer: 'Network security **group**' },
  {
    type: 'reversed',
    ask: 'Which port has HTTPS?',
    answer: '443',
    backAsk: 'What listens on port 443?',
    backAnswer: 'HTTPS',
  },
  {
    type: 'cloze',
    ask: 'A gateway needs the subnet {{c1::GatewaySubnet}} at least as {{c2::/27}}.',
  },
  {
    type: 'single',
    ask: 'Which tier is the cheapest to keep?',
    options: [{ text: 'Archive', right: true }, { text: 'Cool' }, { text: 'Hot' }],
  },
  {
    type: 'multi',
    ask: 'Which two are storage services?',
    options: [
      { text: 'Blobs', right: true },
      { text: 'Queues', right: true },
      { text: 'Functions' },
    ],
  },
  { type: 'command', shell: 'az', ask: 'List the groups.', answer: 'az group list' },
  {
    type: 'order',
    ask: 'From the broadest scope to the narrowest.',
    steps: [{ text: 'Management group' }, { text: 'Subscription' }, { text: 'Resource group' }],
  },
] as const satisfies readonly StoredText[]

/** Fills in what a text has, field by field, as somebody who writes it. */
async function write(page: Page, stored: StoredText): Promise<void> {
  const text = fullText(stored)
  const field = (name: string): Locator => page.getByRole('textbox', { name, exact: true })
  await page.getByRole('combobox', { name: 'Type' }).selectOption(text.type)
  await field(text.type === 'cloze' ? 'Text with gaps' : 'Question').fill(text.ask)
  if (text.type === 'command') await field('Command').fill(text.answer)
  else if (text.answer !== '') await field('Answer').fill(text.answer)
  if (text.backAsk !== '') {
    await field('Question the other way').fill(text.backAsk)
    await field('Its answer').fill(text.backAnswer)
  }
  for (const [index, option] of text.options.entries()) {
    await field(`Option ${index + 1}`).fill(option.text)
    const mark = page.getByLabel(`Option ${index + 1} is right`)
    if (option.right) await mark.check()
  }
  for (const [index, step] of text.steps.entries()) await field(`Step ${index + 1}`).fill(step.text)
}

/** A shipped card with a short answer in plain words. */
const SHIPPED = (() => {
  const notes = bundlesOf(BUILD).flatMap((each) => each.notes)
  const found = notes.find(
    ({ text }) => text?.type === 'basic' && /^[\w ]+$/.test(text.answer ?? ''),
  )
  if (!found) throw new Error('There is no such card')
  return found
})()
const ANSWER = SHIPPED.text?.answer ?? ''

const add = (page: Page) => page.getByRole('button', { name: /^Add card/ })
const added = (page: Page) => page.getByRole('link', { name: 'Show it' })

/** Writes one note of each type into a deck, looking at the page with axe once for each. */
async function writeAll(page: Page): Promise<void> {
  await page.goto('/notes/new')
  await page.getByLabel('Deck', { exact: true }).fill('My networks')
  for (const text of TEXTS) {
    await write(page, text)
    await expectAccessible(page)
    await add(page).click()
    await expect(page.getByRole('textbox', { name: /^(Question|Text with gaps)$/ })).toHaveValue('')
    await expect(added(page)).toBeVisible()
  }
}

async function studyOwn(page: Page, hands: Hands): Promise<string[]> {
  const notes = TEXTS.map((text, index) =>
    note(`own-${index}`, { ...rendered(fullText(text)), body: rendered(fullText(text)).body }),
  )
  const screen = new StudyScreen(page, [bundle('own', notes)], hands)
  await page.goto('/study?exam=OWN')
  const types: string[] = []
  // Each comes once: what is right the first time has its next step in some minutes.
  for (let card = await screen.card(); card && types.length < TEXTS.length;) {
    await screen.study(card, 'right')
    types.push(card.type)
    if (types.length < TEXTS.length) card = await screen.card()
  }
  return types
}

async function journey(page: Page, hands: Hands): Promise<void> {
  await begin(page)
  await writeAll(page)

  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Own cards' })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: /My networks/ })).toBeVisible()

  const types = await studyOwn(page, hands)
  expect(types.toSorted()).toEqual(TEXTS.map(({ type }) => type).toSorted())
  const log = (await readLog(page)).filter((entry) => entry.kind === 'rated')
  expect(log).toHaveLength(TEXTS.length)

  await page.goto('/progress/OWN')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('7 of 9 cards seen')
  await expectAccessible(page)
}

test('one card of each type is written and studied, with the keys', async ({ page }) =>
  journey(page, KEYBOARD))

test(
  'one card of each type is written and studied, with a finger',
  { tag: '@touch' },
  async ({ page }) => journey(page, TOUCH),
)

test(
  'what was typed is there after the tab was closed in the middle, also without a network',
  { tag: '@offline' },
  async ({ page, context, site }) => {
    await begin(page)
    await keptOffline(page)
    await goOffline(page, site)
    await page.goto('/notes/new')
    const question = page.getByRole('textbox', { name: 'Question', exact: true })
    await question.fill('Which `code` is it?\n\n```bash\naz group list\n```')
    await expect(page.getByRole('region', { name: 'Preview' })).toContainText('az group list')
    await page.getByRole('textbox', { name: 'Answer', exact: true }).pressSequentially('This one')
    await page.close({ runBeforeUnload: true })

    const again = await context.newPage()
    await again.goto('/notes/new')
    await expect(again.getByText('You had begun this text.')).toBeVisible()
    await expect(again.getByRole('textbox', { name: 'Answer', exact: true })).toHaveValue(
      'This one',
    )
    await expect(again.locator('pre .tok-function')).toHaveText('az')
    await again.getByRole('button', { name: 'Start again' }).click()
    await expect(again.getByRole('textbox', { name: 'Answer', exact: true })).toHaveValue('')
  },
)

test(
  'a shipped card is changed, with a reload in the middle, compared with the original, and set back',
  { tag: '@phone' },
  async ({ page }) => {
    await begin(page)
    await page.goto(`/cards/${SHIPPED.id}/1`)
    await expect(page.getByRole('article')).toContainText(ANSWER)
    await page.getByRole('link', { name: 'Change the text' }).click()
    const answer = page.getByRole('textbox', { name: 'Answer', exact: true })
    await expect(answer).toHaveValue(ANSWER)
    await answer.fill('**SRC**, the smallest one')
    await expect(page.getByText('Draft kept on this device.')).toBeVisible()
    await page.reload()
    await expect(answer).toHaveValue('**SRC**, the smallest one')
    await expectAccessible(page)
    await page.getByRole('button', { name: /^Save/ }).click()

    await expect(page).toHaveURL(new RegExp(`/cards/${SHIPPED.id}/1$`))
    const face = page.getByRole('article')
    await expect(face).toContainText('SRC, the smallest one')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Show the original' }).click()
    await expect(face).toContainText(ANSWER)
    await page.getByRole('button', { name: 'Show my text' }).click()
    await page.getByRole('button', { name: 'Discard my changes' }).click()
    await expect(face).toContainText(ANSWER)
    await page.getByRole('button', { name: 'Take back' }).click()
    await expect(face).toContainText('SRC, the smallest one')
  },
)

test('an image is pasted, kept small, and shown on the card', async ({ page }) => {
  await begin(page)
  await page.goto('/notes/new')
  const question = page.getByRole('textbox', { name: 'Question', exact: true })
  await question.fill('What is this?')
  await question.evaluate(async (field) => {
    const canvas = new OffscreenCanvas(3000, 1500)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.fillStyle = 'teal'
    context.fillRect(0, 0, 3000, 1500)
    const file = new File([await canvas.convertToBlob()], 'a.png', { type: 'image/png' })
    const data = new DataTransfer()
    data.items.add(file)
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  })
  await expect(question).toHaveValue(/!\[what it shows\]\(media:[0-9a-f]{64}\)/)
  const image = page.getByRole('region', { name: 'Preview' }).getByRole('img')
  await expect(image).toHaveJSProperty('naturalWidth', 1600)
  await page.getByRole('textbox', { name: 'Answer', exact: true }).fill('Teal')
  await add(page).click()
  await page.getByRole('link', { name: 'Show it' }).click()
  await expect(page.getByRole('article').getByRole('img')).toHaveJSProperty('naturalWidth', 1600)
  await page.reload()
  await expect(page.getByRole('article').getByRole('img')).toHaveJSProperty('naturalWidth', 1600)
})

test('drawings and files that are no image are refused', async ({ page }) => {
  await begin(page)
  await page.goto('/notes/new')
  const question = page.getByRole('textbox', { name: 'Question', exact: true })
  await question.evaluate((field) => {
    const data = new DataTransfer()
    data.items.add(
      new File(['<svg onload="globalThis.harm = 1"/>'], 'a.svg', { type: 'image/svg+xml' }),
    )
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  })
  await expect(page.getByRole('alert')).toContainText('Only PNG')
  await expect(question).toHaveValue('')
})

test('a card is deleted, taken back, and copied, by keyboard', async ({ page }) => {
  await begin(page)
  await page.goto('/notes/new')
  await page.getByRole('textbox', { name: 'Question', exact: true }).fill('Who?')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Kim')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('link', { name: 'Show it' }).press('Enter')
  await expect(page.getByRole('article')).toContainText('Kim')
  await page.keyboard.press('e')
  await page.getByRole('button', { name: 'Delete' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This card was deleted.')
  await page.getByRole('button', { name: 'Take back' }).press('Enter')
  await page.getByRole('button', { name: 'Duplicate' }).press('Enter')
  await expect(page.getByText('This is the copy.')).toBeVisible()
  await page.goto('/progress/OWN')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('None of 2 cards seen yet')
})

/** What a text could do if it were shown as it is, in HTML and in Markdown. */
const HOSTILE = [
  '<script>globalThis.harm = 1</script>',
  '<img src="x" onerror="globalThis.harm = 2">',
  '<svg onload="globalThis.harm = 3"><style>*{display:none}</style></svg>',
  '<iframe srcdoc="<script>parent.harm = 4</script>"></iframe>',
  '[one](javascript:globalThis.harm=5)',
  '![two](https://example.com/pixel.png)',
  '![three](javascript:globalThis.harm=6)',
  '![four](/study)',
].join('\n\n')

/** So deep that a browser that drew it as it is would not come back. */
const DEEP = `${'> '.repeat(5000)}deep`

test('a hostile text does nothing, in the preview and on the card, and is kept as typed', async ({
  page,
}) => {
  await begin(page)
  await page.goto('/notes/new')
  const question = page.getByRole('textbox', { name: 'Question', exact: true })
  await question.fill(HOSTILE)
  await page.getByRole('textbox', { name: 'Answer', exact: true }).fill(DEEP)
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('deep')
  await page.getByRole('button', { name: /^Add card/ }).click()
  await page.getByRole('link', { name: 'Show it' }).click()
  const face = page.getByRole('article')
  await expect(face).toContainText('deep')
  await expect(face).toContainText('<script>globalThis.harm = 1</script>')
  await expect(face.locator('a')).toHaveCount(0)
  await expect(face.locator('script, iframe, svg, style, img, a[href]')).toHaveCount(0)
  expect(await page.evaluate(() => Reflect.get(globalThis, 'harm'))).toBeUndefined()
  await page.keyboard.press('e')
  await expect(question).toHaveValue(HOSTILE)
})
