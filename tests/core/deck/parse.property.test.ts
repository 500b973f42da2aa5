import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkDecks } from '../../../src/core/deck/check-decks.ts'
import { CODES } from '../../../src/core/deck/codes.ts'
import { itemKeysOf } from '../../../src/core/deck/items.ts'
import { SURROUNDINGS, FRONT, META } from '../../support/decks.ts'

const broken = readFileSync(new URL('../../fixtures/broken/a.md', import.meta.url), 'utf8')
const FORMS =
  '---|deck: x|## nw-one-card (basic)|## nw-one-card (scenario)|## nw-two-card (which)|## x|### q (single)|### q (basic)|skill: az104-network-vnet-vnets|src: https://a|level: 1|rev: 9|confuse: nw-two-card|accept: 1; x|Q: Why?|A: x|A:|T: {{c1::a}} {{c2::b::h}}|S: stem|Why:|Also:|Back: a => b|Options: a; b|Not used:|```|```az|az vm x --y|- [x] a|- [ ] b|- [y] c|- [k] a => b|- a|1. a|2. b|  > why|Foo: bar|text|![](x)|\t|'.split(
    '|',
  )

/** Lines that mean something, mixed with any others, so that rules meet in every order. */
const line = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...FORMS) },
  { weight: 2, arbitrary: fc.constantFrom(...broken.split('\n')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
)
const deckText = fc
  .tuple(fc.boolean(), fc.array(line, { maxLength: 60 }))
  .map(([front, lines]) => (front ? FRONT + META : '') + lines.join('\n'))

const cli = { everywhere: [], commands: new Map([['az vm', []]]) }
const check = (texts: readonly string[]) =>
  checkDecks(
    {
      decks: texts.map((text, index) => ({ file: `decks/${index}.md`, text })),
      lock: { file: 'decks/ids.lock', text: texts[0] ?? '' },
      retired: { file: 'decks/retired.txt', text: texts[1] ?? '' },
    },
    { ...SURROUNDINGS, cli },
  )

describe('whatever is written in the files', () => {
  test('the checker does not throw, and every message has a line inside its file', () => {
    fc.assert(
      fc.property(fc.array(deckText, { minLength: 2, maxLength: 3 }), (texts) => {
        for (const { file, line: at, code } of check(texts).messages) {
          const index =
            file === 'decks/ids.lock' ? 0 : file === 'decks/retired.txt' ? 1 : Number(file[6])
          expect(Object.keys(CODES)).toContain(code)
          expect(at).toBeGreaterThanOrEqual(1)
          expect(at).toBeLessThanOrEqual(texts[index]?.split('\n').length ?? 0)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('any text at all can be checked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(check([text]).messages.length).toBeGreaterThan(0)
      }),
    )
  })

  test('an error is reported for every deck without cards', () => {
    fc.assert(
      fc.property(deckText, (text) => {
        const { decks, messages } = check([text])
        const cards = decks.flatMap((deck) => deck.notes.flatMap(itemKeysOf))
        const errors = messages.filter(({ code }) => code.startsWith('E'))
        expect(cards.length + errors.length).toBeGreaterThan(0)
      }),
    )
  })

  test('what stands after a card does not change the messages about it', () => {
    const card = `${FRONT}\n## nw-first-card (single)\nlevel: 9\n\nQ: Which?\n- [x] a\n\n`
    const ofCard = (text: string) =>
      check([text]).messages.filter(
        (message) => message.file === 'decks/0.md' && message.line < card.split('\n').length - 1,
      )
    const alone = ofCard(`${card}## nw-second-card (basic)\n`)
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const rest = lines.filter((text) => !/\r|\uFFFD/.test(text)).join('\n')
        expect(ofCard(`${card}## nw-second-card (basic)\n${rest}`)).toEqual(alone)
      }),
    )
  })
})
