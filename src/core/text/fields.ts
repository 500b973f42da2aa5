import { fullText } from './note-text.ts'
import type { NoteText } from './note-text.ts'

/**
 * The value at a path such as `options.1.text`. `options.right` says of every option whether it is right;
 * the empty path is the whole text.
 */
export function valueAt(text: NoteText, path: string): unknown {
  if (path === '') return text
  const names = path.split('.')
  if (isRights(path)) {
    const options = walk(text, names.slice(0, -1))
    return Array.isArray(options) ? options.map((option) => walk(option, ['right'])) : []
  }
  return walk(text, names)
}

/**
 * The text with another value at a path.
 *
 * @throws v.ValiError where no such value can stand there
 */
export function withValue(text: NoteText, path: string, value: unknown): NoteText {
  if (path === '') return fullText(value)
  const names = path.split('.')
  if (!isRights(path)) return fullText(placed(text, names, value))
  const rights: readonly unknown[] = Array.isArray(value) ? value : []
  const options = walk(text, names.slice(0, -1))
  const next = (Array.isArray(options) ? options : []).map((option: unknown, index) =>
    placed(option, ['right'], rights[index] === true),
  )
  return fullText(placed(text, names.slice(0, -1), next))
}

function isRights(path: string): boolean {
  return /(^|\.)options\.right$/.test(path)
}

function walk(value: unknown, names: readonly string[]): unknown {
  return names.reduce<unknown>((at, name) => entriesOf(at).get(name), value)
}

function placed(value: unknown, [name, ...rest]: readonly string[], next: unknown): unknown {
  if (name === undefined) return next
  const inside = placed(entriesOf(value).get(name), rest, next)
  if (Array.isArray(value)) return value.with(Number(name), inside)
  return { ...Object.fromEntries(entriesOf(value)), [name]: inside }
}

function entriesOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
}
