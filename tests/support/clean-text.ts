import { sanitise } from '../../src/app/components/sanitise.ts'

/** What is shown of a text. Unit tests run without Trusted Types, where it is text as well. */
export function cleanText(html: string): string {
  const clean = sanitise(html)
  if (typeof clean !== 'string') throw new Error('What is clean is no text here')
  return clean
}
