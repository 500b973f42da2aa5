import type { Note } from '../../src/core/note.ts'
import { putRows } from '../support/browser-data.ts'
import { BUILD } from '../support/builds.ts'
import { bundlesOf } from '../support/bundles-of-build.ts'
import { begin, expect, test } from './fixtures.ts'

/** What a text could do if it were shown as it is. Styles are left to the policy, which reports them. */
const HOSTILE = [
  '<script>globalThis.harm = 1</script>',
  '<img src="data:,x" onerror="globalThis.harm = 2">',
  '<svg onload="globalThis.harm = 3"><script>globalThis.harm = 4</script></svg>',
  '<iframe srcdoc="<script>parent.harm = 5</script>"></iframe>',
  '<b onclick="globalThis.harm = 6" id="root">bold</b>',
  '<a href="javascript:globalThis.harm = 7">one</a>',
  '<a href="http://example.com/">two</a>',
  '<img src="https://example.com/x.png" alt="x">',
  '<form action="https://example.com/"><input name="x"></form>',
].join(' ')

const FORBIDDEN = `script, iframe, svg, style, form, math, [onclick], [onerror], [onload], [style], #root,
  a[href], img`

test('a text that means harm is shown without its harm', async ({ page }) => {
  await begin(page)
  const note = bundlesOf(BUILD)
    .flatMap(({ notes }): readonly Note[] => notes)
    .find(({ body }) => body.type === 'basic')
  if (!note) throw new Error('There is no basic note')
  const body = { type: 'basic', question: `Before ${HOSTILE} after`, answer: HOSTILE }
  await putRows(page, { notes: [{ ...note, body, why: HOSTILE, retired: false }] })

  await page.goto(`/cards/${note.id}/1`)
  const face = page.getByRole('article').filter({ hasText: 'Before' })
  await expect(face).toContainText('bold')
  await expect(face).toContainText('after')
  await expect(face.locator(FORBIDDEN)).toHaveCount(0)
  expect(await page.evaluate(() => Reflect.get(globalThis, 'harm'))).toBeUndefined()
})
