/**
 * What can be done by key while studying, and which keys do it. Keys are named as in
 * `KeyboardEvent.key`, letters in lower case, the space bar `Space`, with `Ctrl+`, `Alt+` and `Shift+`
 * before them.
 */

/** When an action works: before the answer is shown, after it, or at any time. */
export type KeyContext = 'asking' | 'rating' | 'always'

const DEFAULT_KEYS = {
  show: ['Space', 'Enter'],
  unsure: ['n'],
  hint: ['h'],
  continue: ['Space', 'Enter'],
  grade1: ['1'],
  grade2: ['2'],
  grade3: ['3'],
  grade4: ['4'],
  guessed: ['g'],
  source: ['s'],
  copy: ['y'],
  undo: ['u', 'Ctrl+z'],
  redo: ['Shift+u', 'Ctrl+Shift+z', 'Ctrl+y'],
  bury: ['-'],
  postpone: ['p'],
  suspend: ['!', '@'],
  flag1: ['Ctrl+1'],
  flag2: ['Ctrl+2'],
  flag3: ['Ctrl+3'],
  flag4: ['Ctrl+4'],
  edit: ['Shift+e'],
  details: ['i'],
  history: ['Shift+i'],
  speak: ['v'],
  menu: ['m'],
  keys: ['?'],
  end: ['Escape'],
} as const satisfies Record<string, readonly string[]>

export type Action = keyof typeof DEFAULT_KEYS
/** The keys of every action; an action may have none. */
export type KeyMap = Readonly<Record<Action, readonly string[]>>

/** In the order in which they are shown. */
export const ACTIONS: readonly Action[] = Object.keys(DEFAULT_KEYS).filter(isAction)

export function isAction(name: string): name is Action {
  return Object.hasOwn(DEFAULT_KEYS, name)
}

export function contextOf(action: Action): KeyContext {
  if (ASKING.has(action)) return 'asking'
  return RATING.has(action) ? 'rating' : 'always'
}

const ASKING: ReadonlySet<Action> = new Set(['show', 'unsure', 'hint'])
const RATING: ReadonlySet<Action> = new Set([
  'continue',
  'grade1',
  'grade2',
  'grade3',
  'grade4',
  'guessed',
  'source',
  'copy',
])

/** Where Anki's reviewer has another key for the same thing. */
const ANKI: Readonly<Partial<Record<Action, readonly string[]>>> = {
  undo: ['Ctrl+z', 'u'],
  redo: ['Ctrl+Shift+z', 'Ctrl+y'],
  bury: ['-', '='],
  postpone: ['Ctrl+Shift+d'],
  suspend: ['@', '!'],
  edit: ['e'],
  history: ['Ctrl+Alt+i'],
  speak: ['r', 'F5'],
}

export const PRESETS = { cirrus: {}, anki: ANKI } as const
export type Preset = keyof typeof PRESETS

/** What the learner changed: action names with their keys. Names that mean nothing are left alone. */
export type KeyChanges = Readonly<Record<string, readonly string[]>>

/** The keys that hold, with the learner's changes. */
export function keyMapOf(changes: KeyChanges): KeyMap {
  const map: Record<Action, readonly string[]> = { ...DEFAULT_KEYS }
  for (const action of ACTIONS) map[action] = changes[action] ?? map[action]
  return map
}

/** One key that would do two things at once. */
export interface KeyConflict {
  readonly key: string
  readonly actions: readonly Action[]
}

/** Keys that two actions have that can work at the same time. */
export function conflictsIn(map: KeyMap): KeyConflict[] {
  const all = ACTIONS.flatMap((action) => map[action].map((key) => ({ key, action })))
  const byKey = Map.groupBy(all, ({ key }) => key)
  return [...byKey].flatMap(([key, uses]) => {
    const actions = uses.map(({ action }) => action)
    return actions.some((a, index) => actions.slice(index + 1).some((b) => meet(a, b)))
      ? [{ key, actions }]
      : []
  })
}

function meet(a: Action, b: Action): boolean {
  const [one, other] = [contextOf(a), contextOf(b)]
  return one === other || one === 'always' || other === 'always'
}

/** Keys that choose an option while there are options to choose: they come first there. */
export function choosesOption(key: string): boolean {
  return /^[a-h1-8]$/.test(key)
}

/** The actions to run by key: what each pressed key would do. */
export function chordsFor<Act>(
  map: KeyMap,
  acts: Readonly<Partial<Record<Action, Act>>>,
): Readonly<Record<string, Act>> {
  const pairs = ACTIONS.flatMap((action) => {
    const act = acts[action]
    return act === undefined ? [] : map[action].map((key) => [key, act] as const)
  })
  return Object.fromEntries(pairs)
}

const NAMES: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

/** A key as it is printed: `Ctrl+Shift+Z`, `Esc`, `Space`. */
export function keyName(key: string): string {
  return key
    .split(/\+(?=.)/)
    .map((part) => NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join('+')
}

/** The value of `aria-keyshortcuts` for a list of keys. */
export function ariaKeys(keys: readonly string[]): string | undefined {
  return keys.length === 0 ? undefined : keys.map(ariaKey).join(' ')
}

function ariaKey(key: string): string {
  const name = keyName(key).replace('Ctrl', 'Control').replace('Esc', 'Escape')
  return name.replace(/\+\+$/, '+Plus')
}
