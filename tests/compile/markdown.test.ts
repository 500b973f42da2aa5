import { beforeAll, describe, expect, test } from 'vitest'
import { createHighlight } from '../../src/compile/highlight.ts'
import { createMarkdown, plainText } from '../../src/core/render/markdown.ts'
import type { Markdown } from '../../src/core/render/markdown.ts'

let markdown: Markdown
beforeAll(async () => {
  const highlight = await createHighlight()
  markdown = createMarkdown({ highlight, imageUrl: (path) => `/decks/az-104/${path}` })
})

describe('the text of a field', () => {
  test.each([
    ['of one paragraph has no <p>', 'It is **allowed**', 'It is <strong>allowed</strong>'],
    ['of two paragraphs has both', 'a\n\nb', '<p>a</p>\n<p>b</p>'],
    ['may be a number', '27', '27'],
    ['may have a list', 'a\n\n- b', '<p>a</p>\n<ul>\n<li>b</li>\n</ul>'],
    ['keeps code as it is', '`a<b> && "c"`', '<code>a&lt;b&gt; &amp;&amp; &quot;c&quot;</code>'],
    [
      'shows HTML as written',
      '<b onclick="x()">hi</b>',
      '&lt;b onclick=&quot;x()&quot;&gt;hi&lt;/b&gt;',
    ],
    [
      'shows a script as written',
      '<script>a < b</script>',
      '&lt;script&gt;a &lt; b&lt;/script&gt;',
    ],
    ['strikes nothing through', '~5 ms or ~6 ms', '~5 ms or ~6 ms'],
    ['leaves addresses alone', 'https://a.b and c@d.e', 'https://a.b and c@d.e'],
    ['has no headings', '# a', '<p><strong>a</strong></p>'],
    ['loses no line that looks like a reference', '[a]: b', '[a]: b'],
  ])('%s', (_, text, html) => {
    expect(markdown.field(text)).toBe(html)
  })

  test('may have a table', () => {
    const html = markdown.field('| a | b |\n|---|--:|\n| 1 | 2 |')
    expect(html).toContain('<td>1</td>\n<td align="right">2</td>')
  })
})

test.each([
  ['- a', '- a'],
  ['1. a', '1. a'],
  ['# of *VMs*', '# of <em>VMs</em>'],
  ['    `a`', '<code>a</code>'],
])('an option, row or step %j is one line and no list', (text, html) => {
  expect(markdown.line(text)).toBe(html)
})

describe('a link', () => {
  test('opens elsewhere, without access to the app', () => {
    expect(markdown.field('[a "b"](https://c.d/?e="f)')).toBe(
      '<a href="https://c.d/?e=&quot;f" rel="noopener" target="_blank">a &quot;b&quot;</a>',
    )
  })

  test.each(['javascript:alert(1)', 'http://a.b', 'data:text/html,x', '/settings', 'JaVaScRiPt:x'])(
    'to %s is only text',
    (address) => {
      expect(markdown.field(`[here](${address})`)).toBe('here')
    },
  )
})

describe('an image', () => {
  test('is one beside the deck, with its text', () => {
    expect(markdown.field('![two "nets"](images/peering.svg)')).toBe(
      '<img src="/decks/az-104/images/peering.svg" alt="two &quot;nets&quot;" loading="lazy">',
    )
  })
})

describe('a code block', () => {
  test.each([
    ['bash', 'az vm list --output table # all', 'tok-parameter'],
    ['az', 'az vm list --output table # all', 'tok-comment'],
    ['powershell', 'Get-AzVM -Name "a"', 'tok-string-expression'],
    ['bicep', "param name string = 'a'", 'tok-keyword'],
    ['json', '{ "a": 1 }', 'tok-constant'],
    ['kusto', 'T | summarize count() by bin(a, 5m)', 'tok-keyword'],
    ['yaml', 'a: "b"', 'tok-string-expression'],
  ])('in %s is coloured by classes', (lang, code, className) => {
    const html = markdown.field(`\`\`\`${lang}\n${code}\n\`\`\``)
    expect(html).toContain(`<span class="${className}">`)
    expect(html).not.toMatch(/style|var\(/)
    expect(
      html
        .replaceAll(/<[^>]+>/g, '')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'"),
    ).toBe(code)
  })

  test('in no known language is plain', () => {
    expect(markdown.field('```\na < b\n```')).toBe(
      '<pre class="code" tabindex="0"><code>a &lt; b</code></pre>',
    )
  })
})

describe('plain text', () => {
  test.each([
    ['`az vm` is **the** [command](https://a.b)', 'az vm is the command'],
    ['A\n\n- b\n- c\n\nd', 'A b c d'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', 'a b 1 2'],
    ['![alt](a.svg) after', 'alt after'],
  ])('of %j is "%s"', (text, plain) => {
    expect(plainText(text)).toBe(plain)
  })
})
