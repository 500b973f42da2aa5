import { describe, expect, test } from 'vitest'
import { rendererFor } from '../../src/app/notes/render.ts'
import { cardKeysOf } from '../../src/core/note.ts'
import { faceOf, textsOf } from '../../src/app/study/question.ts'
import { fullText } from '../../src/core/text/note-text.ts'
import type { StoredText } from '../../src/core/text/note-text.ts'
import { saveMedia } from '../../src/db/media.ts'
import { cleanText } from '../support/clean-text.ts'
import { testDb } from '../support/test-db.ts'

/** Every piece of HTML that the cards of a text may show, clean as it is on screen. */
async function shown(stored: StoredText): Promise<string> {
  const text = fullText(stored)
  const render = await rendererFor(testDb(), [text])
  const note = render(text)
  const faces = cardKeysOf(note.body).flatMap((key) => faceOf(note, key) ?? [])
  return faces
    .flatMap((face) => textsOf(face))
    .map(cleanText)
    .join('\n')
}

const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><circle/></svg>',
  '<style>*{display:none}</style>',
  '<div style="position:fixed;inset:0">x</div>',
  '<iframe src="https://evil.example"></iframe>',
  '<form action="https://evil.example"><button>x</button></form>',
  '[x](javascript:alert(1))',
  '[x](JaVa\tScRiPt:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:alert(1))',
  '![x](javascript:alert(1))',
  '![x](https://evil.example/pixel.png)',
  '![x](//evil.example/pixel.png)',
  '![x](/study)',
  '![x](/\\evil.example/pixel.png)',
  '![x](blob:https://evil.example/1)',
  '![x](data:image/svg+xml,<svg onload=alert(1)>)',
  '![x](media:" onerror="alert(1))',
  '![x](deck:../../evil.png" onerror="alert(1))',
  '`<script>alert(1)</script>`',
  '```bash" onmouseover="alert(1)\nx\n```',
  '[x]: javascript:alert(1)\n[x]',
  '<a href="https://a.b" onclick="alert(1)">x</a>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '{{c1::<img src=x onerror=alert(1)>::<svg/onload=alert(1)>}}',
]
/** Where a text can be, by type. */
const PLACES: readonly ((text: string) => StoredText)[] = [
  (text) => ({ type: 'basic', ask: text, answer: text, why: text }),
  (text) => ({ type: 'reversed', ask: text, answer: text, backAsk: text, backAnswer: text }),
  (text) => ({ type: 'cloze', ask: `{{c1::a}} ${text} {{c2::${text}::${text}}}` }),
  (text) => ({ type: 'single', ask: 'a', options: [{ text, why: text, right: true }] }),
  (text) => ({ type: 'number', ask: text, answer: text, unit: text, accept: [text] }),
  (text) => ({ type: 'command', ask: text, answer: text, also: [text], shell: text.slice(0, 120) }),
  (text) => ({ type: 'order', ask: text, steps: [{ text, why: text }], decoys: [{ text }] }),
]

describe.each(HOSTILE)('the hostile text %j', (text) => {
  test('does nothing wherever it stands', async () => {
    for (const place of PLACES) {
      const box = document.createElement('div')
      box.innerHTML = await shown(place(text))
      expect(
        box.querySelectorAll('script, style, svg, math, iframe, form, object, embed, button'),
      ).toHaveLength(0)
      const images = [...box.querySelectorAll('img')].map((image) => image.getAttribute('src'))
      expect(images.filter((src) => !src?.startsWith('/decks/'))).toEqual([])
      for (const element of box.querySelectorAll('*')) {
        const names = element.getAttributeNames()
        expect(names.filter((name) => name.startsWith('on') || name === 'style')).toEqual([])
        const address = element.getAttribute('href') ?? element.getAttribute('src') ?? ''
        expect(address).not.toMatch(/^\s*(javascript|vbscript|data|http):/i)
      }
    }
  })

  test('is kept as it was typed', () => {
    expect(fullText({ type: 'basic', ask: text }).ask).toBe(text)
  })
})

test('an image of the learner is shown from where it is kept, and from nowhere else', async () => {
  const db = testDb()
  const id = 'ab'.repeat(32)
  const bytes = new Uint8Array([1, 2, 3]).buffer
  await saveMedia(db, { id, type: 'image/webp', width: 1, height: 1, bytes, createdAt: 1 })
  const text = fullText({ type: 'basic', ask: `![a](media:${id}) ![b](media:${'00'.repeat(32)})` })
  const { body } = (await rendererFor(db, [text]))(text)
  const html = body.type === 'basic' ? body.question : ''
  expect(html).toMatch(/<img src="blob:[^"]+" alt="a"/)
  expect(html).toContain('<img src="" alt="b"')
  expect(cleanText(html)).not.toContain('alt="b"')
})
