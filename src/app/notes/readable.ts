import { EDIT } from '../words/editor.ts'

/** Lists are compared as JSON; what is shown are their texts, one to a line. */
export function readable(text: string, path: string): string {
  const isList = /^(|also|accept|choices|options|options\.right|steps|decoys|rows|questions)$/.test(
    path.replace(/^questions\.\d+\./, ''),
  )
  const words = isList ? stringsIn(parsed(text)).join('\n') : text
  return words.trim() === '' ? EDIT.nothing : words
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (typeof value === 'boolean') return [value ? '✓' : '–']
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap((each) => stringsIn(each))
}
