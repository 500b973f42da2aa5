import { describe, expect, test } from 'vitest'
import { FRONT, META, codesOf, deckWith } from '../../support/decks.ts'

const BASIC = 'Q: How large is it?\nA: Large'
const OPTION = '- [ ] Wrong\n  > Because.\n'
const RIGHT = '- [x] Right\n  > Because.\n'
const words = (count: number) => 'word '.repeat(count).trim()
const steps = (count: number) =>
  Array.from({ length: count }, (_, index) => `${index + 1}. step ${index}`).join('\n')
const deck = (id: string, type: string, body: string) =>
  deckWith(type, body).replace('nw-one-card', id)
const file = (name: string, text: string) => ({ file: `decks/${name}.md`, text })
const meta = (line: string) => `${META}${line}\n`

test('a sound card is passed over in silence', () => {
  expect(codesOf(deckWith('basic', BASIC))).toEqual([])
})

describe('the file', () => {
  test.each([
    ['is not UTF-8', deckWith('basic', `${BASIC}\uFFFD`), ['E001 14']],
    ['has carriage returns', deckWith('basic', BASIC).replaceAll('\n', '\r\n'), ['E002 1']],
    ['has no cards', FRONT, ['E004 1']],
    ['has no front matter', '## nw-one-card (basic)\n', ['E010 1']],
    ['is empty', '', ['E010 1']],
    [
      'has a front matter key twice',
      FRONT.replace('title', 'deck'),
      ['E004 1', 'E013 3', 'E015 1'],
    ],
    ['has a front matter that never ends', '---\ndeck: x\n', ['E014 1']],
  ])('%s', (_, text, codes) => {
    expect(codesOf(text).toSorted()).toEqual(codes)
  })
})

test('a file that is not UTF-8 is not looked at any further', () => {
  expect(codesOf(deckWith('basic', 'Q: How large\uFFFD is it?'))).toEqual(['E001 13'])
})

test('blanks at the end of a front matter line do not count', () => {
  const text = deckWith('basic', BASIC).replace('verified: 2026-11-01', 'verified: 2026-11-01 ')
  expect(codesOf(text)).toEqual([])
})

describe('a heading', () => {
  test.each([
    ['without a type', 'basic', '## nw-other-card', ['E020 13']],
    ['of a question outside a scenario', 'basic', `### one (basic)\n${BASIC}`, ['E023 13']],
    ['of a question that is malformed', 'scenario', '### one', ['E023 13']],
    ['of a question that is a scenario', 'scenario', `### one (scenario)\nS: Long`, ['E022 13']],
  ])('%s', (_, type, body, codes) => {
    expect(codesOf(deckWith(type, body))).toEqual(expect.arrayContaining(codes))
  })

  test('that cannot be read does not lend its text to the card before it', () => {
    const text = deckWith('basic', `${BASIC}\n\n## Bad heading\nlevel: 7`)
    expect(codesOf(text)).toEqual(['E020 16', 'E003 17'])
  })

  test('of a question whose key was used before', () => {
    const question = (key: string) => `### ${key} (basic)\n${BASIC}\n\n`
    const text = deckWith('scenario', `S: A company.\n\n${question('a')}${question('a')}`)
    expect(codesOf(text)).toEqual(['E024 19'])
  })
})

describe('metadata', () => {
  test.each([
    ['without a value', meta('tags:'), ['E031 12']],
    ['given twice', meta('level: 2'), ['E033 12']],
    ['with a bad expiry date', meta('expires: 2026-02-29'), ['E087 12']],
    ['with a bad verified date', meta('verified: soon'), ['E087 12']],
    ['that expires today', meta('expires: 2026-11-23'), ['E090 12']],
    ['that expires tomorrow', meta('expires: 2026-11-24'), []],
    ['with an unknown decay', meta('decay: quick'), ['E088 12']],
    ['with a revision that is no number', meta('rev: two'), ['E091 12']],
    ['with revision zero', meta('rev: 0'), ['E091 12']],
    ['that its type does not use', meta('unit: GB'), ['W044 12']],
    ['without a skill', META.replace(/skill.*\n/, ''), ['E080 8']],
  ])('%s', (_, card, codes) => {
    expect(codesOf(deckWith('basic', BASIC, card))).toEqual(codes)
  })

  test('ends with the first line of another form', () => {
    const text = deckWith('basic', '').replace('level: 1\n', `level: 1\n${BASIC}\nlevel: 2\n`)
    expect(codesOf(text)).toEqual(['W043 14'])
  })

  test('in the body is a warning', () => {
    expect(codesOf(deckWith('basic', `${BASIC}\nlevel: 2`))).toEqual(['W043 15'])
  })

  test('that belongs to the scenario does nothing in its question', () => {
    const question = (key: string, line: string) => `### ${key} (basic)\n${line}\n${BASIC}\n\n`
    const body = `S: A company.\n\n${question('a', 'level: 2')}${question('b', '')}`
    expect(codesOf(deckWith('scenario', body))).toEqual(['W044 16'])
  })

  test.each([
    ['fast', '2026-05-24', []],
    ['fast', '2026-05-23', ['W110 8']],
    ['normal', '2025-11-23', []],
    ['normal', '2025-11-22', ['W110 8']],
    ['slow', '2024-11-23', []],
    ['slow', '2024-11-22', ['W110 8']],
  ])('of decay %s is due again when verified on %s: %s', (decay, date, codes) => {
    const card = meta(`verified: ${date}\ndecay: ${decay}`)
    expect(codesOf(deckWith('basic', BASIC, card))).toEqual(codes)
  })

  test('takes skill and date from the front matter', () => {
    const skill = 'skill: az104-network-vnet-vnets'
    const front = FRONT.replace('exam:', `${skill}\nexam:`)
    const text = deckWith('basic', BASIC, META.replace(`${skill}\n`, ''))
    expect(codesOf(text.replace(FRONT, front))).toEqual([])
    expect(codesOf(text.replace(/verified.*\n/, ''))).toEqual(['E080 7', 'E085 7'])
  })
})

describe('the body', () => {
  test.each([
    ['repeats a label', 'basic', `${BASIC}\nA: Small`, ['E040 15']],
    ['begins with code', 'basic', `\`\`\`\nx\n\`\`\`\n${BASIC}`, ['E041 13']],
    ['begins with text', 'basic', `Text\n${BASIC}`, ['E042 13']],
    ['has an image without a text', 'basic', `${BASIC}\nWhy: ![](a.svg)`, ['E045 8']],
    ['has an image from elsewhere', 'basic', `${BASIC}\nWhy: ![a](https://a.b/c.svg)`, ['E047 8']],
    ['has an image above its folder', 'basic', `${BASIC}\nWhy: ![a](../c.svg)`, ['E047 8']],
    ['has a sound image', 'basic', `${BASIC}\nWhy: ![a](images/c.svg)`, []],
    ['has no answer', 'basic', 'Q: How large is it?', ['E060 8']],
    ['has a label of another type', 'basic', `${BASIC}\nAlso: x`, ['E061 15']],
    ['has text after an option', 'single', `Q: Why?\n${RIGHT}${OPTION}text`, ['E042 18']],
  ])('%s', (_, type, body, codes) => {
    expect(codesOf(deckWith(type, body))).toEqual(codes)
  })

  test('is not looked into inside a code block', () => {
    const code = '```\n## nw-other-card (basic)\nQ: Again?\nFoo: bar\n  > x\n```'
    expect(codesOf(deckWith('basic', `${BASIC}\nWhy:\n${code}`))).toEqual([])
  })
})

describe('a choice', () => {
  test.each([
    ['has a rationale before any option', 'single', `  > x\n${RIGHT}${OPTION}`, ['E051 14']],
    ['has one option', 'single', RIGHT, ['E052 8']],
    [
      'has seven',
      'single',
      RIGHT + [1, 2, 3, 4, 5, 6].map((n) => OPTION.replace('g', `${n}`)).join(''),
      ['E052 8'],
    ],
    ['has one right of many', 'multi', RIGHT + OPTION, ['E054 8']],
    ['has only right ones', 'multi', RIGHT + RIGHT.replace('R', 'B'), ['E054 8']],
    ['has the same option twice', 'single', RIGHT + OPTION + OPTION.replace('W', 'w'), ['E057 8']],
    [
      'has a right option that is longer, but short',
      'single',
      `- [x] sixteen characters\n  > y\n${OPTION}${OPTION.replace('W', 'B')}`,
      [],
    ],
    [
      'gives itself away',
      'single',
      `- [x] ${words(8)}\n  > y\n${OPTION}${OPTION.replace('W', 'B')}`,
      ['W120 8'],
    ],
  ])('%s', (_, type, options, codes) => {
    expect(codesOf(deckWith(type, `Q: Why?\n${options}`))).toEqual(codes)
  })
})

describe('an order', () => {
  test.each([
    ['of two steps', steps(2), ['E069 8']],
    ['that is misnumbered', '1. a\n3. b\n2. c', ['E070 15', 'E070 16']],
    ['of seven steps', steps(7), ['W122 8']],
    ['with text after the decoys', `${steps(3)}\nNot used:\n- x\ny`, ['E042 19']],
    ['with decoys', `${steps(3)}\nNot used:\n- x\n- y\n  > because`, []],
    ['with text for decoys', `${steps(3)}\nNot used: x`, ['E042 17']],
  ])('%s', (_, list, codes) => {
    expect(codesOf(deckWith('order', `Q: In which order?\n${list}`))).toEqual(codes)
  })
})

describe('a which card', () => {
  test.each([
    ['without options', '- [a] one => A\n- [b] two => A', ['E071 8', 'E072 14', 'E072 15']],
    ['with one row', 'Options: A; B\n- [a] one => A', ['E075 8', 'W074 8']],
  ])('%s', (_, rows, codes) => {
    expect(codesOf(deckWith('which', `Q: Which one?\n${rows}`))).toEqual(codes)
  })
})

describe('a scenario', () => {
  const questions = (count: number) =>
    Array.from({ length: count }, (_, n) => `### q${n} (basic)\n${BASIC}\n`).join('\n')

  test.each([
    ['with one question', `S: A company.\n\n${questions(1)}`, ['E076 8']],
    ['with seven questions', `S: A company.\n\n${questions(7)}`, ['E076 8']],
    ['that is too long', `S: ${words(181)}\n\n${questions(2)}`, ['W123 8']],
    ['that is just short enough', `S: ${words(180)}\n\n${questions(6)}`, []],
  ])('%s', (_, body, codes) => {
    expect(codesOf(deckWith('scenario', body))).toEqual(codes)
  })

  test('gets the messages of its questions at their lines', () => {
    const body = `S: A company.\n\n### a (single)\nQ: Why?\n${RIGHT}\n${questions(1)}`
    expect(codesOf(deckWith('scenario', body))).toEqual(['E052 15'])
  })
})

describe('a reversed card', () => {
  test.each([
    ['has both directions', 'Back: Which size is large? => It', []],
    ['lacks the other direction', '', ['E060 8']],
    ['lacks the answer of the other direction', 'Back: Which size is large?', ['E077 15']],
  ])('%s', (_, back, codes) => {
    expect(codesOf(deckWith('reversed', `${BASIC}\n${back}`))).toEqual(codes)
  })
})

describe('a typed answer', () => {
  test.each([
    ['a number with thousands', 'number', 'A: 5,000', meta('unit: GB'), []],
    ['a number with other answers', 'number', 'A: 5000', meta('unit: GB\naccept: 5; 5.5'), []],
    [
      'a number with words to accept',
      'number',
      'A: 5000',
      meta('unit: GB\naccept: many'),
      ['E065 13'],
    ],
    [
      'another command without a block',
      'command',
      'A:\n```\nx\n```\nAlso: y',
      meta('shell: az'),
      ['E068 19'],
    ],
  ])('%s', (_, type, answer, card, codes) => {
    expect(codesOf(deckWith(type, `Q: What is it?\n${answer}`, card))).toEqual(codes)
  })
})

describe('wording', () => {
  test.each([
    ['a long cloze', 'cloze', 'T: {{c1::a}} {{c2::b}} {{c3::c}} {{c4::d}}', ['W121 8']],
    ['cloze numbers with a gap', 'cloze', 'T: {{c1::a}} {{c3::c}}', ['W063 8']],
    ['a long question', 'basic', `Q: ${words(61)}\nA: x`, ['W124 8']],
    ['code in a question', 'basic', `Q: Why?\n\`\`\`\n${words(61)}\n\`\`\`\nA: x`, []],
    ['a long answer', 'basic', `Q: What?\nA: ${words(16)}`, ['W125 8']],
    ['a list as an answer', 'basic', 'Q: What?\nA:\n- one\n- two', ['W127 8']],
    ['a long explanation', 'basic', `${BASIC}\nWhy: ${words(61)}`, ['W131 8']],
    ['a time word', 'basic', 'Q: What is currently so?\nA: x', ['W133 8']],
    [
      'an old name in a row',
      'which',
      'Q: Which one?\nOptions: A; B\n- [a] AzureRM => A\n- [b] y => B',
      ['W132 8'],
    ],
    ['quoted capitals', 'basic', 'Q: What does "NOT" do?\nA: x', []],
  ])('%s', (_, type, body, codes) => {
    expect(codesOf(deckWith(type, body))).toEqual(codes)
  })
})

describe('across files', () => {
  test('the second and third card with an id name the first', () => {
    const files = ['a', 'b', 'c'].map((name) =>
      file(name, deck('nw-one-card', 'basic', `Q: ${name}?\nA: x`)),
    )
    expect(codesOf(files)).toEqual(['E025 8', 'E025 8'])
  })

  test('the same question is found whatever its punctuation', () => {
    const files = [
      file('a', deck('nw-card-a', 'basic', 'Q: How large, then?\nA: x')),
      file('b', deck('nw-card-b', 'basic', 'Q: how large then\nA: x')),
    ]
    expect(codesOf(files)).toEqual(['W134 8'])
  })

  test('which cards may share a question', () => {
    const body = 'Q: Which one?\nOptions: A; B\n- [a] x => A\n- [b] y => B'
    const files = ['a', 'b'].map((name) => file(name, deck(`nw-card-${name}`, 'which', body)))
    expect(codesOf(files)).toEqual([])
  })

  test('cards in another file are known', () => {
    const confused = deckWith('basic', BASIC, meta('needs: nw-card-b, nw-card-c'))
    const files = [file('a', confused), file('b', deck('nw-card-b', 'basic', 'Q: So?\nA: x'))]
    expect(codesOf(files)).toEqual(['E092 12'])
  })
})
