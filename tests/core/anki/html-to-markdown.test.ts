import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { htmlToMarkdown } from '../../../src/core/anki/html-to-markdown.ts'
import { codeHtml } from '../../../src/core/render/code-html.ts'
import { escapeHtml } from '../../../src/core/render/escape-html.ts'
import { createMarkdown } from '../../../src/core/render/markdown.ts'
import { strayMarkup } from '../../support/stray-markup.ts'

const markdown = createMarkdown({
  highlight: (code) => codeHtml(code, null, null),
  imageUrl: (path) => `/${path}`,
})

function convert(html: string): string {
  return htmlToMarkdown(html, {
    image: (src, alt) => `![${alt || 'picture'}](file:${encodeURIComponent(src)})`,
    onDropped: () => {},
  })
}

describe('fields as people write them', () => {
  test.each([
    ['plain', 'plain'],
    ['<b>bold</b> and <i>slanted</i>', '**bold** and *slanted*'],
    ['<b> space </b>inside', '**space** inside'],
    ['un<b>believ</b>able', 'un**believ**able'],
    ['x<b>(y)</b>z', 'x(y)z'],
    ['one<br>two', 'one\\\ntwo'],
    ['<div>one</div><div>two</div>', 'one\\\ntwo'],
    ['<div>one</div><div><br></div><div>two</div>', 'one\n\ntwo'],
    ['<p>one</p><p>two</p>', 'one\n\ntwo'],
    ['one &nbsp;two', 'one two'],
    ['<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>', '- a\n- b\n\n  - c'],
    ['<ol><li>a</li><li>b</li></ol>', '1. a\n2. b'],
    ['<code>az vm list</code>', '`az vm list`'],
    ['<code>a`b</code>', '``a`b``'],
    ['<pre>a\n  b</pre>', '```\na\n  b\n```'],
    ['<a href="https://a.b/c">there</a>', '[there](https://a.b/c)'],
    ['<a href="javascript:alert(1)">there</a>', 'there'],
    ['<img src="a b.png">', '![picture](file:a%20b.png)'],
    ['x<sup>2</sup> H<sub>2</sub>O e<sup>ab</sup>', 'x² H₂O e^(ab)'],
    ['<script>alert(1)</script>text<style>b{}</style>', 'text'],
    [
      '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2|3</td></tr></table>',
      '| a | b |\n| --- | --- |\n| 1 | 2\\|3 |',
    ],
    ['<span style="color:red">red</span>', 'red'],
    ['- no list', '\\- no list'],
    ['1. no list', '1\\. no list'],
    ['# no heading', '\\# no heading'],
    ['2 * 3 * 4, snake_case, _x_', '2 \\* 3 \\* 4, snake_case, \\_x\\_'],
    ['a &lt;b&gt; &amp;lt;', 'a \\<b> \\&lt;'],
    ['{{c1::a::hint}} b', '{{c1::a::hint}} b'],
  ])('%s', (html, expected) => {
    expect(convert(html)).toBe(expected)
  })

  test('what is dropped is told', () => {
    const dropped: string[] = []
    htmlToMarkdown('<script>1</script><svg></svg><audio src="a"></audio>', {
      image: () => '',
      onDropped: (what) => dropped.push(what),
    })
    expect(dropped).toEqual(['script', 'embedded', 'sound'])
  })
})

const piece = fc.oneof(
  fc.constantFrom(
    ...'*|**|_|__|`|```|~~~|\\|\\*|[|](|](https://a.b)|!|![|<|>|&|&amp;|&lt;|#|# |- |+ |1. |1) | |  |\t|||:--|---|===|{{c1::|}}|~~|<https://a.b>|a@b.c|https://a.b|a|B|é|7|(|)|"|\''.split(
      '|',
    ),
    '|',
    '|---|',
  ),
  fc.string({ maxLength: 4 }),
)
const text = fc
  .array(piece, { maxLength: 16 })
  .map((pieces) => pieces.join('').replaceAll(/[\uD800-\uDFFF\uE000-\uF8FF\0]/g, ''))

function shownText(html: string): string {
  return html
    .replaceAll(/<(br|\/?p)>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

test.each(['<#a@b.c>', '<%a@b.c>', '<1@b.c>', '<a@b.c>', '<`a@b.c>'])(
  '%s shows as it did',
  (line) => {
    expect(shownText(markdown.field(convert(`<div>${escapeHtml(line)}</div>`)))).toBe(line)
  },
)

test('any text shows as it did', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), (lines) => {
      const written = lines.map((line) => `<div>${escapeHtml(line)}</div>`).join('')
      const expected = lines.join(' ').replaceAll(/\s+/g, ' ').trim()
      expect(shownText(markdown.field(convert(written)))).toBe(expected)
    }),
    { numRuns: 3000 },
  )
})

const markup = fc.oneof(
  text,
  fc.constantFrom(
    ...'<b>|</b>|<i>|</i>|<div>|</div>|<p>|<br>|<ul>|<li>|</ul>|<ol>|</ol>|<pre>|</pre>|<code>|</code>|<table>|<tr>|<td>|</td>|</table>|<blockquote>|</blockquote>|<h1>|</h1>|<a href="https://a.b">|</a>|<a href=javascript:x>|<img src=x onerror=alert(1)>|<img src="a).png">|<script>|</script>|<svg onload=x>|<style>|</style>|<!--|-->|<![CDATA[|<sup>|</sup>|<iframe src=x>|&#x0;|&#60;script&#62;'.split(
      '|',
    ),
  ),
)

test('any HTML becomes Markdown that makes no HTML which could run', () => {
  fc.assert(
    fc.property(fc.array(markup, { maxLength: 24 }), (pieces) => {
      const made = convert(pieces.join(''))
      expect(strayMarkup(markdown.field(made))).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test('a field that nests without end is read all the same', () => {
  const deep = `${'<div><b>'.repeat(20_000)}x${'</b></div>'.repeat(20_000)}`
  expect(convert(deep)).toContain('x')
  expect(convert('<b>'.repeat(50_000))).toBe('')
})
