import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { clozeHoles, markInCode } from '../../src/core/render/cloze-html.ts'
import { createHighlight } from '../../src/compile/highlight.ts'
import { createMarkdown } from '../../src/core/render/markdown.ts'
import type { Markdown } from '../../src/core/render/markdown.ts'
import { strayMarkup } from '../support/stray-markup.ts'

let markdown: Markdown
beforeAll(async () => {
  const highlight = await createHighlight()
  markdown = createMarkdown({ highlight, imageUrl: (path) => `/${path}`, inCode: markInCode })
})

const piece = fc.oneof(
  fc.constantFrom(
    ...'<script>|</script>|<img src=x onerror=alert(1)>|<b style="x">|<!--|-->|<![CDATA[|<svg/onload=x>|&lt;|&#60;|&|"|\'|<|>|`|```|```json|\n|\n\n|\n- |\n1. |\n> || a |\n|---|\n|*|**|_|[|](|)|![|https://a.b|javascript:x|<https://a.b>|<javascript:x>| "title" onclick=x|{{c1::|{{c2::|::|}}|x|\\|    |\ue000|\ue801'.split(
      '|',
    ),
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))

test('no text makes HTML that could run or style anything', () => {
  fc.assert(
    fc.property(text, (field) => {
      expect(strayMarkup(markdown.field(field))).toEqual([])
      expect(strayMarkup(markdown.line(field))).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

test('no cloze text does, and no placeholder is left in it', () => {
  fc.assert(
    fc.property(text, (field) => {
      for (const { front, back } of clozeHoles(field, markdown)) {
        expect(strayMarkup(front)).toEqual([])
        expect(strayMarkup(back)).toEqual([])
        expect(front + back).not.toMatch(/[\ue000-\uefff]/)
      }
    }),
    { numRuns: 1000 },
  )
})
