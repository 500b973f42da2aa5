import type { Mark } from '../../core/mark.ts'
import type { CardId } from '../../core/note.ts'
import type { Answer, Rated, Rating } from '../../core/review.ts'
import { schedulerSettingsOf } from '../../core/scheduler.ts'
import { studyDayOf } from '../../core/time.ts'
import type { Instant, StudyClock } from '../../core/time.ts'
import type { Change } from '../../db/changes.ts'
import { keepStorage } from '../../db/keep-storage.ts'
import { allMarks, changeMark } from '../../db/marks.ts'
import type { MarkChange } from '../../db/marks.ts'
import { loadSettings } from '../../db/settings.ts'
import { statesOf } from '../../db/states.ts'
import { clockAt } from '../app.ts'
import type { App } from '../app.ts'
import { createStore } from '../store.ts'
import type { Store } from '../store.ts'
import { RulesOnScreen } from './card-rules.ts'
import type { CardRules } from './card-rules.ts'
import type { Previews } from './grades.ts'
import { NoteShelf } from './note-shelf.ts'
import { OneAct } from './one-act.ts'
import { loadOutlook } from './outlook.ts'
import { withBeyond } from '../../core/study/planned-time.ts'
import { loadSessionDay } from './session-day.ts'
import { ratedEntry } from './rated-entry.ts'
import { recordAnswer } from './record-answer.ts'
import { Keeper } from './resume.ts'
import type { Draft } from './resume.ts'
import * as after from './session.ts'
import type { Moment, Session } from './session.ts'
import type { Setup } from './setup.ts'
import { stepOf } from './step.ts'
import { isBehind, viewOf } from './view.ts'
import type { Deed, StudyView } from './view.ts'

/** Reading ahead waits until the card on screen has been painted. */
const AHEAD_MS = 60

/**
 * Where a session meets the database: every act is saved first and shown then. An act that could not be
 * saved is kept and can be tried again, with the same ids, so that nothing is lost and nothing doubled.
 */
export class StudyDesk {
  readonly view: Store<StudyView>
  readonly keeper: Keeper
  readonly #app: App
  readonly #notes: NoteShelf
  readonly #act = new OneAct((trouble) => this.#set({ trouble }))
  #setup: Pick<Setup, 'settings' | 'scheduler' | 'device' | 'prefs'>
  readonly #rules: RulesOnScreen
  #latestAt: Instant
  /** Raised whenever the day changes here, so that an older reading of it is not taken for newer. */
  #edition = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(app: App, setup: Setup) {
    this.#app = app
    this.#setup = setup
    this.#notes = new NoteShelf(app.db, setup.notes)
    this.#rules = new RulesOnScreen(setup)
    this.#latestAt = setup.latestAt
    this.keeper = new Keeper(app.db, setup.search, setup.draft)
    this.view = createStore(viewOf(setup, this.#notes.now(setup.session), app.now()))
  }

  /** Hears of other tabs until the function returned is called. */
  open(): () => void {
    const stop = this.#app.db.changes.listen((change) => void this.#hear(change).catch(ignore))
    if (!this.#session.showing) void this.#lookOut()
    this.#readAhead()
    this.#keep()
    const readLoads = () => void this.#rules.readLoads(this.#app.db, this.#session).catch(ignore)
    const timer = setTimeout(readLoads, AHEAD_MS)
    return () => {
      stop()
      clearTimeout(timer)
      clearTimeout(this.#timer)
      this.#keep(true)
    }
  }

  /** The answer that was begun, if this showing was interrupted; null for others. */
  draftOf(showingId: string): Draft | null {
    return showingId === this.#session.showing?.id ? this.keeper.draft : null
  }

  /** Keeps the answer as far as it is made, so that it is there after a reload. */
  draft(draft: Draft): void {
    this.keeper.draft = draft
    this.#keep()
  }

  #keep(isLeft = false): void {
    this.keeper.keep(this.#session, this.#app.now(), isLeft)
  }

  /** What each rating of the card on screen would lead to; null without a card. */
  previews(): Previews | null {
    const now = this.#app.now()
    return this.#rules.previews(this.#session, now, this.#clockAt(now))
  }

  /** What the learner's settings come to for the card on screen; null without a card. */
  get rules(): CardRules | null {
    return this.#rules.of(this.#session)
  }

  /** Rates the card on screen. A second press while the first is being saved does nothing. */
  rate(rating: Rating, answer?: Answer): void {
    const { session, note } = this.view.get()
    if (!session.showing || this.#act.isPending) return
    const { entry, reps } = session.showing
    const { card } = entry
    const stamp = this.#stamp()
    const longestMs = this.#setup.prefs.settings.idleSeconds * 1000
    const shift = this.#rules.shiftOf(session, rating, stamp.at, this.#clockAt(stamp.at))
    const given = { rating, answer, rev: note?.rev ?? card.note.rev, longestMs, shift }
    const rated = ratedEntry(session.showing, given, stamp)
    const record = { rated, spareId: this.#app.newId(), reps }
    this.#act.do(async () => {
      const { id, state, isHere } = await recordAnswer(this.#app.db, record, this.#setup.scheduler)
      await this.#renewOnNewDay()
      const isReview = entry.kind === 'review' && rated.mode !== 'cram'
      const answered = { id, card, rating, durationMs: rated.durationMs, isReview }
      const next = isHere
        ? after.afterAnswer(this.#session, answered, state, this.#moment())
        : after.afterOthersAnswer(this.#session, card.cardId, state, this.#moment())
      const said = { isClockBack: this.#isBack(stamp.at), canUndo: true, canRedo: false }
      await this.#show(next, { ...said, deed: isHere ? null : 'elsewhere' })
    })
  }

  /** Takes back what was done last: here, in another tab, or before the page was loaded. */
  undo(): void {
    this.#step('undo')
  }

  /** Does again what was taken back last. */
  redo(): void {
    this.#step('redo')
  }

  bury(): void {
    this.#mark('buried', { buriedUntil: this.#session.day.today + 1 })
  }

  /** The card on screen stays away for so many days. */
  postpone(days: number): void {
    this.#mark('postponed', { buriedUntil: this.#session.day.today + days })
  }

  suspend(): void {
    this.#mark('suspended', { suspended: true })
  }

  /** Sets a flag; 0 takes it off. */
  flag(flag: Mark['flag']): void {
    this.#mark('flagged', { flag })
  }

  /** Tries the act again that could not be saved. */
  retry(): void {
    this.#act.retry()
  }

  /** Reads everything again, as after a change in another tab; what is on screen stays. */
  async refresh(): Promise<void> {
    await this.#renew()
    if (!this.#session.showing) await this.#lookOut()
  }

  /** Goes on with what is due now, without a limit of time. */
  resume(): void {
    this.#act.do(async () => {
      await this.#renew()
      await this.#show(after.nextRound(this.#session, this.#moment()), { deed: null })
    })
  }

  get #session(): Session {
    return this.view.get().session
  }

  #set(change: Partial<StudyView>): void {
    if (change.session) this.#edition += 1
    this.view.set({ ...this.view.get(), ...change })
  }

  #stamp(): Pick<Rated, 'at' | 'utcOffsetMin' | 'device'> {
    const at = this.#app.now()
    return { at, utcOffsetMin: this.#app.utcOffsetMin(at), device: this.#setup.device }
  }

  #moment(): Moment {
    return { now: this.#app.now(), id: this.#app.newId() }
  }

  #clockAt(now: Instant): StudyClock {
    return clockAt(this.#app, now, this.#setup.settings.rolloverHour)
  }

  #isBack(at: Instant): boolean {
    const isBack = isBehind(at, this.#latestAt)
    this.#latestAt = Math.max(this.#latestAt, at)
    return isBack
  }

  #mark(deed: Deed, change: MarkChange): void {
    const { showing } = this.#session
    if (!showing) return
    const { cardId } = showing.entry.card
    this.#act.do(async () => {
      const { at, device } = this.#stamp()
      const mark = await changeMark(this.#app.db, cardId, change, at, device)
      const next = after.afterMarking(this.#session, mark, this.#moment())
      await this.#show(next, { canUndo: true, canRedo: false, deed })
    })
  }

  #step(step: 'undo' | 'redo'): void {
    const stamp = { ...this.#stamp(), id: this.#app.newId() }
    const take = stepOf(this.#app, step, stamp, this.#setup.scheduler)
    this.#act.step(async () => {
      const { changed, shown, next } = await take()
      if (!changed) return this.#set(shown)
      if (changed.act.texts) {
        // Other cards may be there now, and other texts.
        this.#notes.forget(changed.act.texts.map(({ id }) => id))
        await this.#renew()
      }
      await this.#show(next(this.#session, this.#moment()), shown)
    })
  }

  /** Puts a session on screen, with the text of its card. */
  async #show(session: Session, change: Partial<StudyView>): Promise<void> {
    const note = this.#notes.now(session) ?? (await this.#notes.fetch(session))
    if (session.showing?.id !== this.#session.showing?.id) this.keeper.draft = null
    this.#set({ trouble: null, isElsewhere: false, outlook: null, ...change, session, note })
    this.#keep()
    this.#readAhead()
    if (!session.showing) void this.#lookOut()
  }

  #readAhead(): void {
    clearTimeout(this.#timer)
    const prepare = () => void this.#notes.prepare(this.#session).catch(ignore)
    this.#timer = setTimeout(prepare, AHEAD_MS)
  }

  /** Works out what comes next, and asks the browser to keep what the first session brought. */
  async #lookOut(): Promise<void> {
    try {
      const outlook = await loadOutlook(this.#app, this.#setup.settings, this.#session)
      if (!this.#session.showing) this.#set({ outlook })
      if (this.#session.answered.length > 0) await keepStorage(this.#app.db)
    } catch (error) {
      ignore(error)
    }
  }

  async #renewOnNewDay(): Promise<void> {
    const now = this.#app.now()
    if (studyDayOf(now, this.#clockAt(now)) > this.#session.day.today) await this.#renew()
  }

  async #renew(): Promise<void> {
    const edition = this.#edition
    const settings = await loadSettings(this.#app.db)
    const scheduler = schedulerSettingsOf(settings)
    const now = this.#app.now()
    const today = studyDayOf(now, clockAt(this.#app, now, settings.rolloverHour))
    const { mode, scope } = this.#session
    const read = await loadSessionDay(this.#app.db, settings, today, mode, scope)
    const day = this.#session.day.planned?.isOpen === true ? withBeyond(read) : read
    if (edition !== this.#edition) return this.#renew()
    this.#setup = { ...this.#setup, settings, scheduler }
    this.#rules.renew(this.#setup)
    // What was answered elsewhere on an earlier day can be answered again.
    const isElsewhere = this.view.get().isElsewhere && today === this.#session.day.today
    const session = after.withDay(this.#session, day, now)
    this.#set({ session, isElsewhere, buttons: settings.buttons })
    void this.#rules.readLoads(this.#app.db, session).catch(ignore)
  }

  async #hear(change: Change): Promise<void> {
    if (change.kind === 'reviewed') return this.#hearReview(change.cardId)
    if (change.kind !== 'marked') return this.refresh()
    const marks = new Map((await allMarks(this.#app.db)).map((mark) => [mark.cardId, mark]))
    const day = { ...this.#session.day, marks }
    this.#set({ session: after.withDay(this.#session, day, this.#app.now()) })
  }

  async #hearReview(cardId: CardId): Promise<void> {
    const states = await statesOf(this.#app.db, [cardId])
    const { session, isElsewhere } = this.view.get()
    const isHere = session.showing?.entry.card.cardId === cardId
    const state = states.get(cardId) ?? null
    this.#set({
      session: after.afterElsewhere(session, cardId, state, this.#app.now()),
      isElsewhere: isElsewhere || isHere,
      canUndo: true,
      canRedo: false,
    })
  }
}

/** For what is only a help: the screen goes on without it, and the next act tells of the fault. */
function ignore(_error: unknown): void {}
