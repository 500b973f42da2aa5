import fc from 'fast-check'
import { expect, test } from 'vitest'
import { standingEntries } from '../../src/core/log.ts'
import type { Rated } from '../../src/core/review.ts'
import { MODES, RATINGS } from '../../src/core/review.ts'
import { replay } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { DAY_MS, studyDayOf } from '../../src/core/time.ts'
import { lastBulkAct } from '../../src/db/bulk-acts.ts'
import { undoBulk } from '../../src/db/bulk-undo.ts'
import { logCards, markCards, tagNotes } from '../../src/db/bulk.ts'
import { StudyDb } from '../../src/db/db.ts'
import { changeMark } from '../../src/db/marks.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { redoLast, undoLast } from '../../src/db/undo.ts'
import { rated, reset, T0 } from '../support/log.ts'
import { freshName } from '../support/test-db.ts'

const CARDS = ['a#1', 'b#1', 'c#1']
const cards = fc.uniqueArray(fc.constantFrom(...CARDS), { minLength: 1 })
const card = fc.constantFrom(...CARDS)

/** What a learner can do; `hours` pass before it, or the clock is set back. */
const act = fc.record({
  hours: fc.integer({ min: -6, max: 80 }),
  what: fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('rate' as const),
        card,
        rating: fc.constantFrom(...RATINGS),
        mode: fc.constantFrom(...MODES),
      }),
    },
    fc.record({ kind: fc.constant('reset' as const), card }),
    fc.record({ kind: fc.constant('bulkReset' as const), cards }),
    fc.record({
      kind: fc.constant('due' as const),
      cards,
      inDays: fc.integer({ min: 0, max: 30 }),
    }),
    fc.record({ kind: fc.constant('suspend' as const), cards, suspended: fc.boolean() }),
    fc.record({ kind: fc.constant('rest' as const), card, suspended: fc.boolean() }),
    fc.record({
      kind: fc.constant('flag' as const),
      card,
      flag: fc.constantFrom<0 | 1 | 2>(0, 1, 2),
    }),
    fc.record({
      kind: fc.constant('tag' as const),
      how: fc.constantFrom<'tag' | 'untag'>('tag', 'untag'),
    }),
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('redo' as const) }) },
    fc.record({ kind: fc.constant('undoBulk' as const) }),
  ),
})
type What = (typeof act extends fc.Arbitrary<infer T> ? T : never)['what']

/** One learner, whose acts have ids and times of their own. */
class Learner {
  readonly db = new StudyDb(freshName())
  now = T0
  #ids = 0

  stamp() {
    return { id: `id-${++this.#ids}`, at: this.now, utcOffsetMin: 0, device: 'laptop' }
  }

  async does(what: What): Promise<void> {
    const { db } = this
    const stamp = this.stamp()
    switch (what.kind) {
      case 'rate': {
        const entry: Rated = rated(stamp.id, 0, { ...stamp, ...rest(what) })
        await recordReview(db, entry, DEFAULT_SCHEDULER)
        return
      }
      case 'reset':
        await recordReview(
          db,
          reset(stamp.id, 0, { ...stamp, cardId: what.card }),
          DEFAULT_SCHEDULER,
        )
        return
      case 'bulkReset':
        await logCards(db, what.cards, { kind: 'reset' }, stamp, DEFAULT_SCHEDULER)
        return
      case 'due': {
        const dueDay = studyDayOf(this.now, { utcOffsetMin: 0, rolloverHour: 4 }) + what.inDays
        await logCards(db, what.cards, { kind: 'due', dueDay }, stamp, DEFAULT_SCHEDULER)
        return
      }
      case 'suspend':
        await markCards(db, what.cards, { suspended: what.suspended }, stamp)
        return
      case 'rest':
        await changeMark(db, what.card, { suspended: what.suspended }, this.now, 'laptop')
        return
      case 'flag':
        await changeMark(db, what.card, { flag: what.flag }, this.now, 'laptop')
        return
      case 'tag':
        await tagNotes(db, ['a'], { kind: what.how, tag: 'hard' }, stamp)
        return
      case 'undo':
        await undoLast(db, stamp, DEFAULT_SCHEDULER)
        return
      case 'redo':
        await redoLast(db, stamp, DEFAULT_SCHEDULER)
        return
      default: {
        const last = await lastBulkAct(db)
        if (last) await undoBulk(db, last.id, stamp, DEFAULT_SCHEDULER)
      }
    }
  }

  /** All that the learner can see of it. */
  async sees() {
    const states = await this.db.cardStates.toArray()
    const marks = await this.db.marks.toArray()
    const tags = await this.db.noteTags.toArray()
    const crammed = standingEntries(await this.db.reviews.toArray()).filter(
      (each) => each.kind === 'rated' && each.mode === 'cram',
    )
    return {
      states,
      marks: marks.flatMap(({ cardId, suspended, flag }) =>
        suspended || flag > 0 ? [{ cardId, suspended, flag }] : [],
      ),
      tags: tags.flatMap((row) => row.tags),
      crammed: crammed.map(({ id }) => id),
    }
  }

  /** The states as they are cached, and as the log replays to. */
  async projection() {
    const log = await this.db.reviews.toArray()
    const replayed = CARDS.flatMap(
      (id) =>
        replay(
          log.filter(({ cardId }) => cardId === id),
          DEFAULT_SCHEDULER,
        ) ?? [],
    )
    return { cached: await this.db.cardStates.toArray(), replayed }
  }
}

function rest({ card: cardId, rating, mode }: Extract<What, { kind: 'rate' }>) {
  return { cardId, rating, mode }
}

test('whatever is done, states are those of the log, and undoing it all leaves nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 16 }), async (acts) => {
      const learner = new Learner()
      for (const { hours, what } of acts) {
        learner.now = Math.max(T0, learner.now + (hours * DAY_MS) / 24)
        await learner.does(what)
        const { cached, replayed } = await learner.projection()
        expect(cached).toEqual(replayed)
      }
      for (let left = acts.length + 1; left > 0; left--) await learner.does({ kind: 'undo' })
      expect(await learner.sees()).toEqual({ states: [], marks: [], tags: [], crammed: [] })
      await learner.db.delete()
    }),
    { numRuns: 25 },
  )
})

test('each step of undo leads to what was before its act, and redo back again', async () => {
  const acts = fc.array(
    act.filter(({ what }) => !['undo', 'redo', 'undoBulk'].includes(what.kind)),
    { minLength: 1, maxLength: 10 },
  )
  await fc.assert(
    fc.asyncProperty(acts, async (list) => {
      const learner = new Learner()
      const seen = [await learner.sees()]
      for (const { hours, what } of list) {
        learner.now = Math.max(T0, learner.now + (hours * DAY_MS) / 24)
        await learner.does(what)
        const now = await learner.sees()
        // What changed nothing is no step.
        if (JSON.stringify(now) !== JSON.stringify(seen.at(-1))) seen.push(now)
      }
      const distinct = async (kind: 'undo' | 'redo') => {
        const found = [await learner.sees()]
        for (let left = list.length; left > 0; left--) {
          await learner.does({ kind })
          const now = await learner.sees()
          if (JSON.stringify(now) !== JSON.stringify(found.at(-1))) found.push(now)
        }
        return found
      }
      expect(await distinct('undo')).toEqual(seen.toReversed())
      expect(await distinct('redo')).toEqual(seen)
      await learner.db.delete()
    }),
    { numRuns: 12 },
  )
})
