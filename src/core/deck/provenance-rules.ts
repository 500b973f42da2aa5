import { isoDay } from './iso-day.ts'
import { didYouMean } from './nearest.ts'
import type { NoteRule } from './rule.ts'
import { skillsOf } from './tree.ts'

const MICROSOFT = /^https:\/\/(learn|azure)\.microsoft\.com\//
const LEARN = /^https:\/\/learn\.microsoft\.com\//
const LEARN_EN_US = /^https:\/\/learn\.microsoft\.com\/en-us\//

/** Days after which facts are checked again, by how fast they change. */
const MAX_AGE_DAYS: Readonly<Record<string, number>> = { fast: 183, normal: 365, slow: 730 }

/** Every card belongs to a skill of the exam outline. */
export const checkSkills: NoteRule = (note, say, deck, { skills }) => {
  const own = skillsOf(deck, note)
  if (own.length === 0) say('E080', `"${note.id}" has no skill`)
  for (const skill of own) {
    if (skills.has(skill)) continue
    const text = `unknown skill "${skill}"${didYouMean(skill, skills)}`
    say('E081', text, note.meta.get('skill')?.line)
  }
}

/** Every card has a Microsoft page as its source. */
export const checkSources: NoteRule = ({ id, sources }, say) => {
  if (sources.length === 0) say('E082', `"${id}" has no src`)
  for (const { url, line } of sources) {
    if (!MICROSOFT.test(url)) say('E083', `source is not a Microsoft page: ${url}`, line)
    if (LEARN.test(url) && !LEARN_EN_US.test(url)) {
      say('E084', 'use the en-us form of the address', line)
    }
  }
  if (sources.length > 0 && sources.every(({ readOn }) => readOn === null)) {
    const text = `no source of "${id}" carries the date of the text that was read ("@YYYY-MM-DD")`
    say('W111', text, sources[0]?.line)
  }
}

/** Facts were checked, and not too long ago for how fast they change. */
export const checkVerified: NoteRule = ({ id, meta }, say, deck, { today }) => {
  const verified = meta.get('verified')?.value ?? deck.front.get('verified')
  if (!verified) {
    say('E085', `"${id}" has no verified date (card or front matter)`)
    return
  }
  const line = meta.get('verified')?.line ?? 1
  const ageDays = daysBetween(verified, today)
  if (ageDays === null) {
    say('E087', `bad date "${verified}"`, line)
    return
  }
  const decay = meta.get('decay')?.value ?? 'slow'
  const limit = MAX_AGE_DAYS[decay] ?? Infinity
  if (ageDays < 0) {
    say('E086', `verified date ${verified} is in the future`, line)
  } else if (ageDays > limit) {
    const age = `more than ${limit} days ago (decay ${decay})`
    say('W110', `"${id}" was verified ${verified}, ${age}`)
  }
}

/** An announced date ends the card. */
export const checkExpiry: NoteRule = ({ id, meta }, say, _deck, { today }) => {
  const expires = meta.get('expires')
  if (!expires) return
  const past = daysBetween(expires.value, today)
  if (past === null) {
    say('E087', `bad date "${expires.value}"`, expires.line)
  } else if (past >= 0) {
    say('E090', `"${id}" expired on ${expires.value}: rewrite or retire it`, expires.line)
  }
}

function daysBetween(from: string, to: string): number | null {
  const [first, last] = [isoDay(from), isoDay(to)]
  return first === null || last === null ? null : last - first
}
