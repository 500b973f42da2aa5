import { describe, expect, test } from 'vitest'
import { historyOf } from '../../src/core/card-history.ts'
import type { Rated } from '../../src/core/review.ts'
import { replay } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { fullText } from '../../src/core/text/note-text.ts'
import type { StoredText } from '../../src/core/text/note-text.ts'
import { DAY_MS } from '../../src/core/time.ts'
import { withChanges } from '../../src/app/notes/changes.ts'
import type { StudyDb } from '../../src/db/db.ts'
import { decide, discardEdit, editsOf, saveEdit } from '../../src/db/edits.ts'
import { examRow } from '../../src/db/exams.ts'
import { changeMark } from '../../src/db/marks.ts'
import { notesByIds } from '../../src/db/notes.ts'
import { rebuildCardStates } from '../../src/db/projection.ts'
import { recordReview, reviewsOfCard } from '../../src/db/reviews.ts'
import { statesOf } from '../../src/db/states.ts'
import { undecidedNotes } from '../../src/db/undecided.ts'
import { bundle } from '../support/bundles.ts'
import { install, MOMENT } from '../support/install.ts'
import { shipped } from '../support/texts.ts'
import { anotherTab, testDb } from '../support/test-db.ts'

const TODAY = 20_000
const written = (at: number) => ({ at, device: 'laptop' })

/** Rated `good` so many days before the installation, at revision `rev`. */
function rating(cardId: string, daysAgo: number, rev = 1, changes: Partial<Rated> = {}): Rated {
  return {
    kind: 'rated',
    id: `${cardId} ${daysAgo} ${rev}`,
    cardId,
    at: MOMENT.at - daysAgo * DAY_MS,
    utcOffsetMin: 0,
    device: 'laptop',
    rating: 'good',
    durationMs: 4000,
    mode: 'study',
    rev,
    ...changes,
  }
}

/** Known well: due in some weeks. */
async function learn(db: StudyDb, cardId: string): Promise<void> {
  for (const daysAgo of [40, 39, 30, 5]) {
    await recordReview(db, rating(cardId, daysAgo), DEFAULT_SCHEDULER)
  }
}

async function mineOf(db: StudyDb, id: string) {
  const edit = (await editsOf(db, [id])).get(id)
  return edit?.mine ? fullText(edit.mine) : null
}

async function stateOf(db: StudyDb, cardId: string) {
  return (await statesOf(db, [cardId])).get(cardId)
}

const ASK: StoredText = { type: 'basic', ask: 'How many?', answer: '5', why: 'A limit.' }

describe('three releases, with edits in between', () => {
  // 1: as first shipped. 2: one reworded, one with another fact, one gone. 3: more of it, and it is back.
  const FIRST = [
    shipped('st-same', ASK),
    shipped('st-reworded', ASK),
    shipped('st-fact', ASK),
    shipped('st-gone', ASK),
    shipped('st-conflict', ASK),
    shipped('st-options', {
      type: 'single',
      ask: 'Which?',
      options: [{ text: 'a', right: true }, { text: 'b' }],
    }),
  ]
  const SECOND = [
    shipped('st-same', ASK),
    shipped('st-reworded', { ...ASK, ask: 'How many are there?' }),
    shipped('st-fact', { ...ASK, answer: '10' }, 2),
    shipped('st-conflict', { ...ASK, why: 'A limit of the region.' }),
    shipped('st-options', {
      type: 'single',
      ask: 'Which?',
      options: [{ text: 'a', right: true, why: 'Yes.' }, { text: 'b' }],
    }),
  ]
  const THIRD = [
    shipped('st-same', { ...ASK, why: 'Always.' }),
    shipped('st-reworded', { ...ASK, ask: 'How many are there?', why: 'A soft limit.' }),
    shipped('st-fact', { ...ASK, answer: '20' }, 3),
    shipped('st-gone', ASK),
    shipped('st-conflict', { ...ASK, why: 'My own words.' }),
    shipped('st-options', {
      type: 'single',
      ask: 'Which?',
      options: [{ text: 'a', right: true, why: 'Yes.' }, { text: 'b!' }],
    }),
  ]

  test('keep every edit, every entry of the log, and the progress of every card', async () => {
    const db = testDb()
    await install(db, bundle('1', FIRST))
    for (const { id } of FIRST) await learn(db, `${id}#1`)
    await changeMark(db, 'st-fact#1', { flag: 3 }, 1, 'laptop')
    const dueBefore = (await stateOf(db, 'st-fact#1'))?.dueDay ?? 0
    expect(dueBefore).toBeGreaterThan(TODAY)

    // The learner's own words over five of them.
    const edit = (id: string, change: Partial<StoredText>, base: StoredText = ASK) =>
      saveEdit(db, id, fullText({ ...base, ...change }), written(10))
    await edit('st-same', { ask: 'So how many?' })
    await edit('st-reworded', { answer: 'five' })
    await edit('st-fact', { why: 'My reason.' })
    await edit('st-gone', { why: 'Mine.' })
    await edit('st-conflict', { why: 'My own words.' })
    await saveEdit(
      db,
      'st-options',
      fullText({
        type: 'single',
        ask: 'Which one?',
        options: [{ text: 'a', right: true }, { text: 'b' }],
      }),
      written(10),
    )

    const second = await install(db, bundle('2', SECOND))
    expect(second).toMatchObject({
      retired: ['st-gone'],
      revRaised: ['st-fact'],
      dueAgain: ['st-fact#1'],
      undecided: ['st-conflict'],
    })
    expect(await mineOf(db, 'st-same')).toMatchObject({ ask: 'So how many?', why: 'A limit.' })
    expect(await mineOf(db, 'st-reworded')).toMatchObject({
      ask: 'How many are there?',
      answer: 'five',
    })
    expect(await mineOf(db, 'st-fact')).toMatchObject({ answer: '10', why: 'My reason.' })
    expect(await mineOf(db, 'st-conflict')).toMatchObject({ why: 'My own words.' })
    expect(await mineOf(db, 'st-options')).toMatchObject({
      ask: 'Which one?',
      options: [{ why: 'Yes.' }, { text: 'b' }],
    })
    expect((await editsOf(db, ['st-conflict'])).get('st-conflict')?.differences).toEqual([
      {
        path: 'why',
        base: 'A limit.',
        release: 'A limit of the region.',
        mine: 'My own words.',
      },
    ])
    expect(await undecidedNotes(db)).toEqual(['st-conflict'])

    // Between the releases the learner edits what was merged, once more.
    await saveEdit(
      db,
      'st-reworded',
      fullText({ ...ASK, ask: 'How many are there?', answer: 'five!' }),
      written(20),
    )

    const third = await install(db, bundle('3', THIRD), { at: MOMENT.at + DAY_MS })
    expect(third).toMatchObject({ added: ['st-gone'], retired: [], revRaised: ['st-fact'] })
    expect(await mineOf(db, 'st-same')).toMatchObject({ ask: 'So how many?', why: 'Always.' })
    expect(await mineOf(db, 'st-reworded')).toMatchObject({
      answer: 'five!',
      why: 'A soft limit.',
    })
    expect(await mineOf(db, 'st-fact')).toMatchObject({ answer: '20', why: 'My reason.' })
    expect(await mineOf(db, 'st-gone')).toMatchObject({ why: 'Mine.' })
    // The release now says what the learner had written: there is nothing left to decide.
    expect(await mineOf(db, 'st-conflict')).toBeNull()
    expect(await undecidedNotes(db)).toEqual([])
    expect(await mineOf(db, 'st-options')).toMatchObject({
      ask: 'Which one?',
      options: [{ why: 'Yes.' }, { text: 'b!' }],
    })

    // No entry was lost, no card fell back to new, and the shipped texts are as shipped.
    for (const { id } of FIRST) {
      const log = await reviewsOfCard(db, `${id}#1`)
      expect(log.filter(({ kind }) => kind === 'rated')).toHaveLength(4)
      expect(await stateOf(db, `${id}#1`)).toMatchObject({ reps: 4 })
    }
    expect(await db.marks.get('st-fact#1')).toMatchObject({ flag: 3 })
    const stored = await notesByIds(
      db,
      THIRD.map(({ id }) => id),
    )
    for (const { id, text, body } of THIRD) {
      expect(stored.get(id)).toMatchObject({ text, body, retired: false })
    }
  })
})

describe('a fact that changed', () => {
  test('brings its card up for review today, and every replay comes to the same day', async () => {
    const db = testDb()
    await install(db, bundle('1', [shipped('st-a', ASK)]))
    await learn(db, 'st-a#1')
    const before = await stateOf(db, 'st-a#1')
    await install(db, bundle('2', [shipped('st-a', { ...ASK, answer: '10' }, 2)]))

    const after = await stateOf(db, 'st-a#1')
    expect(after).toEqual({ ...before, dueDay: TODAY })
    const log = await reviewsOfCard(db, 'st-a#1')
    expect(log.at(-1)).toMatchObject({ kind: 'rescheduled', dueDay: TODAY, rev: 2 })
    expect(replay(log, DEFAULT_SCHEDULER)).toEqual(after)
    await rebuildCardStates(db, DEFAULT_SCHEDULER)
    expect(await stateOf(db, 'st-a#1')).toEqual(after)
    expect(historyOf(log)[0]).toMatchObject({ entry: { kind: 'rescheduled' }, counts: true })
  })

  test('brings up the cards, too, that the learner made of its note, and none that they took away', async () => {
    const db = testDb()
    const text: StoredText = { type: 'cloze', ask: 'Up to {{c1::5}} TiB in {{c2::4}} regions.' }
    const mine = { ...text, ask: 'Up to {{c1::5}} TiB in 4 {{c3::regions}}.' }
    await install(db, bundle('1', [shipped('st-a', text)]))
    await learn(db, 'st-a#c2')
    await saveEdit(db, 'st-a', fullText(mine), written(1))
    for (const key of ['c1', 'c3']) await learn(db, `st-a#${key}`)
    const { dueAgain } = await install(
      db,
      bundle('2', [shipped('st-a', { ...text, why: 'Since May.' }, 2)]),
    )
    expect(dueAgain).toEqual(['st-a#c1', 'st-a#c3'])
    expect(await stateOf(db, 'st-a#c3')).toMatchObject({ dueDay: TODAY })
  })

  test('says what the answer was and is, until the card is rated at its new revision', async () => {
    const db = testDb()
    await install(db, bundle('1', [shipped('st-a', ASK)]))
    await learn(db, 'st-a#1')
    await install(db, bundle('2', [shipped('st-a', { ...ASK, answer: '10' }, 2)]))
    await install(db, bundle('3', [shipped('st-a', { ...ASK, answer: '20' }, 3)]))
    const changesNow = async () => {
      const notes = [...(await notesByIds(db, ['st-a'])).values()]
      return (await withChanges(db, notes))[0]?.changes
    }
    // Revision 2 was never seen: what is told is what the learner knew.
    expect(await changesNow()).toEqual({ '1': { was: '5', now: '20' } })
    await recordReview(db, rating('st-a#1', 0, 3), DEFAULT_SCHEDULER)
    expect(await changesNow()).toBeUndefined()
  })

  test.each<[string, (db: StudyDb) => Promise<unknown>]>([
    ['new', async () => {}],
    [
      'in learning',
      (db) => recordReview(db, rating('st-a#1', 0, 1, { rating: 'again' }), DEFAULT_SCHEDULER),
    ],
    [
      'due already',
      async (db) => {
        for (const ago of [400, 399])
          await recordReview(db, rating('st-a#1', ago), DEFAULT_SCHEDULER)
      },
    ],
    [
      'rated at that revision elsewhere',
      async (db) => {
        await learn(db, 'st-a#1')
        await recordReview(db, rating('st-a#1', 1, 2), DEFAULT_SCHEDULER)
      },
    ],
  ])('leaves a card alone that is %s', async (_, study) => {
    const db = testDb()
    await install(db, bundle('1', [shipped('st-a', ASK)]))
    await study(db)
    const [before, log] = [await stateOf(db, 'st-a#1'), await reviewsOfCard(db, 'st-a#1')]
    const { dueAgain } = await install(
      db,
      bundle('2', [shipped('st-a', { ...ASK, answer: '10' }, 2)]),
    )
    expect(dueAgain).toEqual([])
    expect(await stateOf(db, 'st-a#1')).toEqual(before)
    expect(await reviewsOfCard(db, 'st-a#1')).toEqual(log)
  })

  test('is told once, also when two tabs install at once', async () => {
    const db = testDb()
    const tab = anotherTab(db)
    await install(db, bundle('1', [shipped('st-a', ASK)]))
    await learn(db, 'st-a#1')
    const next = bundle('2', [shipped('st-a', { ...ASK, answer: '10' }, 2)])
    await Promise.all([install(db, next), install(tab, next)])
    const log = await reviewsOfCard(db, 'st-a#1')
    expect(log.filter(({ kind }) => kind === 'rescheduled')).toHaveLength(1)
  })

  test('of a card reviewed at the new revision before the log of another device came in counts for nothing', () => {
    const entry = { ...rating('st-a#1', 0), kind: 'rescheduled' as const }
    const { rating: _rating, durationMs: _ms, mode: _mode, ...rest } = entry
    const late = { ...rest, id: 'late', at: MOMENT.at + 2, dueDay: TODAY, rev: 2 }
    const log = [rating('st-a#1', 30), rating('st-a#1', 29), rating('st-a#1', 0, 2)]
    expect(replay([...log, late], DEFAULT_SCHEDULER)).toEqual(replay(log, DEFAULT_SCHEDULER))
  })
})

const cloze = (ask: string): StoredText => ({ type: 'cloze', ask })

describe('an edit', () => {
  test('that says what is shipped is none', async () => {
    const db = testDb()
    await install(db, bundle('1', [shipped('st-a', ASK)]))
    await saveEdit(db, 'st-a', fullText({ ...ASK, answer: '6' }), written(1))
    expect(await mineOf(db, 'st-a')).toMatchObject({ answer: '6' })
    await saveEdit(db, 'st-a', fullText(ASK), written(2))
    expect(await mineOf(db, 'st-a')).toBeNull()
  })

  test('that adds a gap adds a card, in the catalog and after an update; discarded, it goes', async () => {
    const db = testDb()
    const keys = async () => (await examRow(db, 'AZ-104'))?.catalog[0]?.keys
    await install(db, bundle('1', [shipped('st-a', cloze('{{c1::a}} b'))]))
    await saveEdit(db, 'st-a', fullText(cloze('{{c1::a}} {{c2::b}}')), written(1))
    expect(await keys()).toEqual(['c1', 'c2'])
    await install(db, bundle('2', [shipped('st-a', { ...cloze('{{c1::a}} b'), why: 'So.' })]))
    expect(await keys()).toEqual(['c1', 'c2'])
    await discardEdit(db, 'st-a', written(2))
    expect(await keys()).toEqual(['c1'])
  })

  test('begun before a release and saved after it is merged with it', async () => {
    const db = testDb()
    await install(db, bundle('1', [shipped('st-a', ASK)]))
    const began = fullText(ASK)
    await install(db, bundle('2', [shipped('st-a', { ...ASK, answer: 'theirs' })]))
    await saveEdit(db, 'st-a', fullText({ ...ASK, why: 'Mine.' }), written(1), began)
    expect(await mineOf(db, 'st-a')).toMatchObject({ answer: 'theirs', why: 'Mine.' })
    expect(await undecidedNotes(db)).toEqual([])
  })

  test('begun before a release that changed the same field is to be decided', async () => {
    const db = testDb()
    await install(db, bundle('1', [shipped('st-a', ASK)]))
    await install(db, bundle('2', [shipped('st-a', { ...ASK, answer: 'theirs' })]))
    await saveEdit(db, 'st-a', fullText({ ...ASK, answer: 'mine' }), written(1), fullText(ASK))
    expect((await editsOf(db, ['st-a'])).get('st-a')?.differences).toEqual([
      { path: 'answer', base: '5', release: 'theirs', mine: 'mine' },
    ])
    await saveEdit(db, 'st-a', fullText({ ...ASK, answer: 'theirs' }), written(2))
    expect(await undecidedNotes(db)).toEqual([])
  })

  test('of a note that was never shipped changes nothing', async () => {
    const db = testDb()
    await saveEdit(db, 'st-nowhere', fullText(ASK), written(1))
    expect(await db.edits.count()).toBe(0)
  })

  test.each(['mine', 'release'] as const)('is decided for %s', async (side) => {
    const db = testDb()
    await install(db, bundle('1', [shipped('st-a', ASK)]))
    await saveEdit(db, 'st-a', fullText({ ...ASK, answer: 'mine', why: 'Mine.' }), written(1))
    await install(db, bundle('2', [shipped('st-a', { ...ASK, answer: 'theirs' })]))
    await decide(db, 'st-a', 'answer', side, written(2))
    expect(await mineOf(db, 'st-a')).toMatchObject({
      answer: side === 'mine' ? 'mine' : 'theirs',
      why: 'Mine.',
    })
    expect(await undecidedNotes(db)).toEqual([])
  })

  test('has nothing to decide once an older build goes back to where it began', async () => {
    const db = testDb()
    const first = bundle('1', [shipped('st-a', ASK)])
    await install(db, first)
    await saveEdit(db, 'st-a', fullText({ ...ASK, answer: 'mine' }), written(1))
    await install(db, bundle('2', [shipped('st-a', { ...ASK, answer: 'theirs' })]))
    await install(db, bundle('3', [shipped('st-a', { ...ASK, answer: 'others' })]))
    expect((await editsOf(db, ['st-a'])).get('st-a')?.differences).toEqual([
      { path: 'answer', base: '5', release: 'others', mine: 'mine' },
    ])
    await install(db, first)
    expect(await undecidedNotes(db)).toEqual([])
    expect(await mineOf(db, 'st-a')).toMatchObject({ answer: 'mine' })
  })

  test('that was open is decided by writing something else there', async () => {
    const db = testDb()
    await install(db, bundle('1', [shipped('st-a', ASK)]))
    await saveEdit(db, 'st-a', fullText({ ...ASK, answer: 'mine' }), written(1))
    await install(db, bundle('2', [shipped('st-a', { ...ASK, answer: 'theirs' })]))
    await saveEdit(db, 'st-a', fullText({ ...ASK, answer: 'mine', why: 'x' }), written(2))
    expect(await undecidedNotes(db)).toEqual(['st-a'])
    await saveEdit(db, 'st-a', fullText({ ...ASK, answer: 'both', why: 'x' }), written(3))
    expect(await undecidedNotes(db)).toEqual([])
  })
})
