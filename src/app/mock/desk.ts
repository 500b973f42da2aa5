import { afterStep, isOver, leaving, mayShow, timeLeft } from '../../core/mock/run.ts'
import type { Run } from '../../core/mock/run.ts'
import type { MockAnswer } from '../../core/mock/score.ts'
import { stepId } from '../../core/mock/steps.ts'
import type { Step, Trust } from '../../core/mock/steps.ts'
import { addSteps, ForkError, loadRun } from '../../db/mocks.ts'
import type { App } from '../app.ts'
import { createStore } from '../store.ts'
import type { Store } from '../store.ts'
import { beat } from './beat.ts'
import { marksOf } from './marks.ts'
import type { Notes } from './marks.ts'

/** All that the screen of a run shows. */
export interface MockView {
  readonly run: Run
  /** What kept steps from being saved, else null. They wait to be tried again. */
  readonly trouble: unknown
  /** The run went on in another tab: nothing can be done here before it was read again. */
  readonly isElsewhere: boolean
  /** The end of the run is saved. */
  readonly isEnded: boolean
}

/** A run and what it needs to go on. */
export interface MockSetup {
  readonly run: Run
  readonly notes: Notes
  readonly device: string
}

/** What a step is about, without when, where and which. */
export type StepBody = Step extends infer Each
  ? Each extends Step
    ? Omit<Each, 'id' | 'run' | 'at' | 'utcOffsetMin' | 'device'>
    : never
  : never

/**
 * Where a run meets the database. A step is on screen at once and written right after it, one batch after
 * the other, in order; the end is said only once everything is written. A number that another tab has used
 * is refused by the database, so that a run cannot be forked.
 */
export class MockDesk {
  readonly view: Store<MockView>
  readonly notes: Notes
  readonly #app: App
  readonly #device: string
  /** Steps that are shown and not yet saved. */
  #waiting: Step[] = []
  /** Ids of the steps that are being written. */
  #inFlight: ReadonlySet<string> = new Set()
  #isWriting = false

  constructor(app: App, { run, notes, device }: MockSetup) {
    this.#app = app
    this.#device = device
    this.notes = notes
    this.view = createStore<MockView>({ run, trouble: null, isElsewhere: false, isEnded: false })
  }

  /** Hears of other tabs until the function returned is called. */
  open(): () => void {
    return this.#app.db.changes.listen((change) => {
      if (change.kind === 'mocked' && change.run === this.#run.id) this.#set({ isElsewhere: true })
    })
  }

  /** Once a second: ends a run whose time is over. */
  tick(): void {
    const now = this.#app.now()
    if (isOver(this.#run) || this.view.get().isElsewhere) return
    beat(this.#run.id, now)
    if (this.#isTimeOver(now)) this.submit('time')
  }

  go(q: number): void {
    if (q !== this.#run.current && mayShow(this.#run, q)) this.#add({ kind: 'shown', q })
  }

  /** Shows a question of elsewhere, and closes the case study that is left by it. */
  closeAndGo(to: number | 'review'): void {
    const block = leaving(this.#run, to)
    if (block !== null) this.#add({ kind: 'closed', block })
    if (to !== 'review') this.go(to)
  }

  answer(answer: MockAnswer): void {
    const { chosen, typed, arrangement } = answer
    const copy = { chosen: [...chosen], typed, arrangement: [...arrangement] }
    this.#add({ kind: 'answered', q: this.#run.current, answer: copy })
  }

  trust(trust: Trust | null): void {
    this.#add({ kind: 'trusted', q: this.#run.current, trust })
  }

  flag(): void {
    const q = this.#run.current
    this.#add({ kind: 'flagged', q, on: !this.#run.asked[q]?.isFlagged })
  }

  check(): void {
    this.#add({ kind: 'checked', q: this.#run.current })
  }

  submit(how: 'learner' | 'time'): void {
    const marks = marksOf(this.#run, this.notes)
    this.#add({ kind: 'submitted', how, marks })
  }

  drop(): void {
    this.#add({ kind: 'dropped' })
  }

  /** Tries again what could not be saved. */
  retry(): void {
    void this.#write()
  }

  /** Reads the run as the other tab left it, and goes on with that. */
  async takeOver(): Promise<void> {
    try {
      const run = await loadRun(this.#app.db, this.#run.id)
      this.#waiting = []
      if (run) this.#set({ run, isElsewhere: false, trouble: null, isEnded: isOver(run) })
    } catch (trouble) {
      this.#set({ trouble })
    }
  }

  get #run(): Run {
    return this.view.get().run
  }

  #set(change: Partial<MockView>): void {
    this.view.set({ ...this.view.get(), ...change })
  }

  #isTimeOver(now: number): boolean {
    return timeLeft(this.#run, now) === 0
  }

  #add(body: StepBody): void {
    const run = this.#run
    const now = this.#app.now()
    if (isOver(run) || this.view.get().isElsewhere) return
    // Nothing counts that is done after the time: the run ended at its last moment.
    const isLate = this.#isTimeOver(now)
    if (isLate && body.kind !== 'submitted' && body.kind !== 'dropped') return this.submit('time')
    const at = Math.max(run.lastAt, isLate && run.endsAt !== null ? run.endsAt : now)
    const merged = this.#mergeable(body)
    const seq = run.steps
    const step: Step = {
      id: merged?.id ?? stepId(run.id, seq),
      run: run.id,
      at,
      utcOffsetMin: this.#app.utcOffsetMin(at),
      device: this.#device,
      ...body,
    }
    if (merged) this.#waiting = [...this.#waiting.slice(0, -1), step]
    else this.#waiting.push(step)
    const next = afterStep(run, step)
    this.#set({ run: merged ? { ...next, steps: run.steps } : next })
    void this.#write()
  }

  /** The last step, if it says the same about the same question and is not being written: typing is fast. */
  #mergeable(body: StepBody): Step | null {
    const last = this.#waiting.at(-1)
    const isSame = body.kind === 'answered' && last?.kind === 'answered' && last.q === body.q
    return isSame && !this.#inFlight.has(last.id) ? last : null
  }

  async #write(): Promise<void> {
    if (this.#isWriting) return
    this.#isWriting = true
    try {
      while (this.#waiting.length > 0) {
        const batch = this.#waiting.slice()
        this.#inFlight = new Set(batch.map(({ id }) => id))
        // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
        await addSteps(this.#app.db, batch)
        this.#waiting = this.#waiting.slice(batch.length)
        this.#set({ trouble: null })
      }
      if (isOver(this.#run)) this.#set({ isEnded: true })
    } catch (error) {
      if (error instanceof ForkError) this.#set({ isElsewhere: true })
      else this.#set({ trouble: error })
    } finally {
      this.#inFlight = new Set()
      this.#isWriting = false
    }
  }
}
