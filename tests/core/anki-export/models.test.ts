import * as v from 'valibot'
import { expect, test } from 'vitest'
import {
  confJson,
  DECK_OPTIONS_JSON,
  decksJson,
  modelsJson,
} from '../../../src/core/anki-export/models.ts'

/**
 * What today's Anki insists on where it opens a collection of schema 11: it refuses the whole file for one
 * field that is missing or of another type. Read from its source (rslib: notetype, decks, deckconfig, each
 * schema11.rs) in November 2026; fields with a default are left out.
 */
const whole = v.pipe(v.number(), v.integer())
const Models = v.record(
  v.string(),
  v.object({
    id: whole,
    name: v.string(),
    type: v.picklist([0, 1]),
    mod: whole,
    usn: whole,
    sortf: whole,
    did: v.nullable(whole),
    css: v.string(),
    flds: v.array(
      v.object({
        name: v.string(),
        ord: whole,
        sticky: v.boolean(),
        rtl: v.boolean(),
        font: v.string(),
        size: whole,
      }),
    ),
    tmpls: v.array(v.object({ name: v.string(), ord: whole, qfmt: v.string() })),
    req: v.exactOptional(
      v.array(v.tuple([whole, v.picklist(['any', 'all', 'none']), v.array(whole)])),
    ),
  }),
)
const today = v.tuple([whole, whole])
const Decks = v.record(
  v.string(),
  v.object({
    id: whole,
    name: v.string(),
    mod: whole,
    usn: whole,
    collapsed: v.boolean(),
    dyn: v.literal(0),
    conf: whole,
    lrnToday: today,
    revToday: today,
    newToday: today,
    timeToday: today,
  }),
)
const Options = v.record(
  v.string(),
  v.object({
    id: whole,
    name: v.string(),
    mod: whole,
    usn: whole,
    maxTaken: whole,
    autoplay: v.boolean(),
    timer: whole,
    new: v.object({
      delays: v.array(v.number()),
      initialFactor: whole,
      ints: v.array(whole),
      order: v.picklist([0, 1]),
      perDay: whole,
    }),
    rev: v.object({ ease4: v.number(), ivlFct: v.number(), maxIvl: whole, perDay: whole }),
    lapse: v.object({
      delays: v.array(v.number()),
      leechAction: v.picklist([0, 1]),
      leechFails: whole,
      minInt: whole,
      mult: v.number(),
    }),
  }),
)

const json = (text: string): unknown => JSON.parse(text)

test('note types, decks and options have every field that Anki wants', () => {
  expect(Object.keys(v.parse(Models, json(modelsJson(5, 1_700_000_000))))).toHaveLength(3)
  const decks = v.parse(Decks, json(decksJson([{ id: 5, name: 'A::B' }], 1_700_000_000)))
  expect(Object.keys(decks)).toEqual(['1', '5'])
  const options = v.parse(Options, json(DECK_OPTIONS_JSON))
  // Every deck has options that are there.
  for (const { conf } of Object.values(decks)) expect(options[conf]).toBeDefined()
  expect(json(confJson(7))).toMatchObject({ schedVer: 1, nextPos: 7 })
})
