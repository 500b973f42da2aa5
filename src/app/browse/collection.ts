import type { NoteId } from '../../core/note.ts'
import { schedulerSettingsOf } from '../../core/scheduler.ts'
import type { Settings } from '../../core/settings.ts'
import { studyDayOf } from '../../core/time.ts'
import { loadCollection, loadFirstCards, notesAfter } from '../../db/browse.ts'
import type { Collection as Stored } from '../../db/browse.ts'
import { lastBulkAct } from '../../db/bulk-acts.ts'
import type { BulkAct } from '../../db/bulk-acts.ts'
import type { BulkResult } from '../../db/bulk-result.ts'
import { installedExams } from '../../db/exams.ts'
import { notesByIds } from '../../db/notes.ts'
import { ownDecks } from '../../db/own-decks.ts'
import { loadSettings } from '../../db/settings.ts'
import { clockAt } from '../app.ts'
import type { App } from '../app.ts'
import { createStore } from '../store.ts'
import { candidates, LeechFinder } from './leeches.ts'
import type { RuleOf } from './leeches.ts'
import { ruleOf } from './leech-rule.ts'
import type { Listed } from './listed.ts'
import { recentRatings } from './recent-ratings.ts'
import { editedNotes, readNoteOf, rowsOf } from './rows.ts'
import type { BrowseRow, ReadNote, RowParts } from './rows.ts'

/** Notes read at a time: few enough not to hold up a key press. */
const BATCH = 250
/** How often the list is told that more was read, in batches. */
const TOLD = 8
/** Cards to begin with: more than a high screen shows. */
const FIRST = 80

/**
 * Every card with its state, marks, tags and text, kept in memory once the list was opened. The first cards
 * come at once, then states and marks of all, and texts are read in the background: a hundred thousand cards
 * take some seconds.
 */
export class Collection {
  readonly #app: App
  readonly store = createStore<Listed | null>(null)
  readonly #notes = new Map<NoteId, ReadNote>()
  #parts: RowParts | null = null
  #reading: Promise<void> | null = null
  #isStale = false
  /** Raised with each act, so that an older reading is not taken for newer. */
  #applied = 0
  readonly #finder = new LeechFinder()
  #finding: Promise<void> = Promise.resolve()

  constructor(app: App) {
    this.#app = app
  }

  /** Reads what a list begins with; the rest follows once that is on the screen. */
  async openFirst(): Promise<void> {
    if (this.#parts) return this.open()
    const { db } = this.#app
    const [{ notes, ...stored }, settings, lastAct] = await Promise.all([
      loadFirstCards(db, FIRST),
      loadSettings(db),
      lastBulkAct(db),
    ])
    for (const note of notes) this.#notes.set(note.id, readNoteOf(note))
    this.#take(stored, settings, lastAct, new Map())
    this.#update(() => ({ known: FIRST, leechesKnown: false }))
    afterPaint(() => {
      this.open().catch((fault: unknown) => this.#update(() => ({ fault })))
    })
  }

  /** Reads everything but texts; those follow by themselves. */
  async open(): Promise<void> {
    const { db } = this.#app
    const applied = this.#applied
    const [stored, settings, lastAct] = await Promise.all([
      loadCollection(db),
      loadSettings(db),
      lastBulkAct(db),
    ])
    const days = this.store.get()?.ratedDays ?? 0
    const ratings = await recentRatings(this.#app, days, settings, this.#day(settings).today)
    // What was done to cards meanwhile would be lost.
    if (applied !== this.#applied) return this.open()
    this.#take(stored, settings, lastAct, ratings)
    this.#findLeeches()
    this.#readOn()
  }

  #take(
    stored: Stored,
    settings: Settings,
    lastAct: BulkAct | null,
    ratings: RowParts['ratings'],
  ): void {
    const ratedDays = this.store.get()?.ratedDays ?? 0
    const day = this.#day(settings)
    const isRead = this.#parts?.isRead === true
    const leechesKnown = this.store.get()?.leechesKnown === true
    this.#parts = {
      exams: stored.exams,
      states: new Map(stored.states.map((state) => [state.cardId, state])),
      marks: new Map(stored.marks.map((mark) => [mark.cardId, mark])),
      tags: new Map(stored.tags.map(({ noteId, tags }) => [noteId, tags])),
      edits: editedNotes(stored.edits),
      notes: this.#notes,
      isRead,
      ratings,
      leeches: this.#parts?.leeches ?? new Set(),
    }
    this.store.set({
      rows: rowsOf(this.#parts),
      exams: stored.exams,
      decks: stored.decks.map(({ title }) => title),
      settings,
      day,
      lastAct,
      known: Infinity,
      fault: null,
      read: isRead ? 1 : 0,
      ratedDays,
      leechesKnown:
        leechesKnown || candidates(this.#parts.states, this.#ruleOf(settings)).length === 0,
      texts: 0,
    })
  }

  /** Once all texts are read, so that words find everything. */
  async whenRead(): Promise<void> {
    while (this.#reading) await this.#reading
  }

  /** Once it is known which cards do not stick. */
  async whenLeechesKnown(): Promise<void> {
    await this.#finding
  }

  /** What a card asks; null while its note is not read yet. */
  titleOf({ note, key }: Pick<BrowseRow, 'note' | 'key'>): string | null {
    const mine = this.#parts?.edits.get(note.id)?.title
    return mine ?? this.#notes.get(note.id)?.titles.get(key) ?? null
  }

  verifiedOf({ note }: Pick<BrowseRow, 'note'>): string | null {
    return this.#notes.get(note.id)?.verified ?? null
  }

  /** Reads the notes of the cards on the screen before all others. */
  async want(ids: readonly NoteId[]): Promise<void> {
    const missing = ids.filter((id) => !this.#notes.has(id))
    if (missing.length === 0) return
    const found = await notesByIds(this.#app.db, missing)
    for (const note of found.values()) this.#notes.set(note.id, readNoteOf(note))
    this.#update(({ texts }) => ({ texts: texts + 1 }))
  }

  /** Reads the log of the last days, for queries that ask for it. */
  async wantRatings(days: number): Promise<void> {
    const listed = this.store.get()
    if (!listed || !this.#parts || days <= listed.ratedDays) return
    const { settings, day } = listed
    const ratings = await recentRatings(this.#app, days, settings, day.today)
    this.#parts = { ...this.#parts, ratings }
    this.#update(() => ({ ratedDays: days, rows: this.#rows() }))
  }

  /** Shows what an act changed, without reading everything again. */
  async apply({ marks, states, tags, moved }: BulkResult): Promise<void> {
    this.#applied += 1
    if (!this.#parts) return
    if (moved.length > 0) await this.#applyMove(moved)
    const parts = this.#parts
    this.#parts = {
      ...parts,
      marks: new Map([...parts.marks, ...marks.map((mark) => [mark.cardId, mark] as const)]),
      states: withStates(parts.states, states),
      tags: new Map([...parts.tags, ...tags.map((row) => [row.noteId, row.tags] as const)]),
    }
    const lastAct = await lastBulkAct(this.#app.db)
    this.#update(() => ({ lastAct, rows: this.#rows() }))
    if (states.size > 0) this.#findLeeches()
  }

  /** Other decks are other places in the catalog of the own decks. */
  async #applyMove(moved: BulkResult['moved']): Promise<void> {
    const { db } = this.#app
    const [exams, decks] = await Promise.all([installedExams(db), ownDecks(db)])
    for (const note of moved) this.#notes.set(note.id, readNoteOf(note))
    if (this.#parts) this.#parts = { ...this.#parts, exams }
    this.#update(() => ({ exams, decks: decks.map(({ title }) => title) }))
  }

  #day(settings: Settings): Listed['day'] {
    const now = this.#app.now()
    const clock = clockAt(this.#app, now, settings.rolloverHour)
    const scheduler = schedulerSettingsOf(settings)
    return { today: studyDayOf(now, clock), scheduler, now, utcOffsetMin: clock.utcOffsetMin }
  }

  #ruleOf(settings: Settings): RuleOf {
    return ruleOf(settings, this.#parts?.exams ?? [])
  }

  #rows(): readonly BrowseRow[] {
    return this.#parts ? rowsOf(this.#parts) : []
  }

  #update(change: (listed: Listed) => Partial<Listed>): void {
    const listed = this.store.get()
    if (listed) this.store.set({ ...listed, ...change(listed) })
  }

  /** In the background, as it takes the logs of some cards; the list follows if it is another than before. */
  #findLeeches(): void {
    const listed = this.store.get()
    const states = this.#parts?.states
    if (!listed || !states) return
    const find = async () => {
      const leeches = await this.#finder.find(this.#app.db, states, this.#ruleOf(listed.settings))
      // Read again or changed meanwhile: then another search for them follows.
      if (!this.#parts || this.#parts.states !== states) return
      const isSame = leeches.symmetricDifference(this.#parts.leeches).size === 0
      this.#parts = { ...this.#parts, leeches }
      const change = isSame ? {} : { rows: this.#rows() }
      if (!isSame || !this.store.get()?.leechesKnown) {
        this.#update(() => ({ leechesKnown: true, ...change }))
      }
    }
    this.#finding = find()
    // Whoever waits for it is told; the list goes on with what it knows.
    this.#finding.catch(() => null)
  }

  #readOn(): void {
    this.#isStale = this.#reading !== null
    if (this.#reading) return
    const reading = this.#readAll().finally(() => {
      this.#reading = null
      if (this.#isStale) this.#readOn()
    })
    // Who waits for the texts hears of a fault; the list goes on without them.
    reading.catch(() => {})
    this.#reading = reading
  }

  /**
   * Reads every note; those that are as they were are not worked out again. The second time nobody waits
   * for it, and rows are made anew only if a note was added, changed or removed.
   */
  async #readAll(): Promise<void> {
    const isFirst = this.#parts?.isRead !== true
    const total = Math.max(1, this.store.get()?.rows.length ?? 0)
    const known = new Set<NoteId>()
    let hasChanged = isFirst
    let cards = 0
    let batch = await notesAfter(this.#app.db, null, BATCH)
    for (let turn = 1; batch.length > 0; turn += 1) {
      for (const note of batch) {
        known.add(note.id)
        hasChanged = this.#keep(note) || hasChanged
        cards += this.#notes.get(note.id)?.keys.length ?? 0
      }
      const read = Math.min(0.99, cards / total)
      if (isFirst && turn % TOLD === 0) this.#update(({ texts }) => ({ read, texts: texts + 1 }))
      batch = await notesAfter(this.#app.db, batch.at(-1)?.id ?? null, BATCH)
    }
    const gone = [...this.#notes.keys()].filter((id) => !known.has(id))
    gone.forEach((id) => this.#notes.delete(id))
    if (this.#parts) this.#parts = { ...this.#parts, isRead: true }
    if (!hasChanged && gone.length === 0) return
    this.#update(({ texts }) => ({ read: 1, texts: texts + 1, rows: this.#rows() }))
  }

  /** Whether the note is new here, or another than before. */
  #keep(note: Parameters<typeof readNoteOf>[0]): boolean {
    const known = this.#notes.get(note.id)
    if (known?.hash === note.hash && known.retired === note.retired) return false
    this.#notes.set(note.id, readNoteOf(note))
    return true
  }
}

/** Once the browser has drawn what was shown last. */
function afterPaint(act: () => void): void {
  requestAnimationFrame(() => setTimeout(act))
}

function withStates(states: RowParts['states'], changed: BulkResult['states']): RowParts['states'] {
  if (changed.size === 0) return states
  const next = new Map(states)
  for (const [cardId, state] of changed) {
    if (state) next.set(cardId, state)
    else next.delete(cardId)
  }
  return next
}
