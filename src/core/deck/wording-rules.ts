import type { NoteRule, SectionRule } from './rule.ts'
import { allTextOf, wordCount } from './text.ts'
import { textOf } from './tree.ts'
import type { Section } from './tree.ts'

const MAX_QUESTION_WORDS = 60
const MAX_ANSWER_WORDS = 15
const MAX_WHY_WORDS = 60

const OUTDATED: readonly (readonly [RegExp, string])[] = [
  [/\bAzure AD\b|Azure Active Directory/, 'Microsoft Entra ID'],
  [/\bAzureRM\b/, 'Az module'],
  [/AAD\b/, 'Entra ID'],
  [/Log Analytics agent|\bMMA\b/, 'Azure Monitor Agent'],
]
const VAGUE = /\b(which of the following|what are (all|the) (\w+ )?(types|features|benefits))/i
const NEGATIVE = /(?<!")\b(NOT|EXCEPT)\b/
const TIME_WORD = /\b(currently|recently|nowadays|newly)\b/i
const IMAGE = /!\[(.*?)\]\((.*?)\)/gs
const RELATIVE_PATH = /^(?!\.\.?\/|\/|[a-z]+:)[\w./-]+\.(svg|png|webp)$/

/** How long a question may be. A question of a scenario has its stem, and no limit of its own. */
export const checkQuestionLength: NoteRule = (note, say) => {
  const words = wordCount(questionOf(note))
  if (words > MAX_QUESTION_WORDS) {
    say('W124', `question has ${words} words (limit ${MAX_QUESTION_WORDS})`)
  }
}

/** One question, one fact, one short answer. */
export const checkBasic: SectionRule = (section, say) => {
  if (section.type !== 'basic') return
  const answer = textOf(section, 'A')
  const words = wordCount(answer)
  if (words > MAX_ANSWER_WORDS) {
    say('W125', `answer has ${words} words (limit ${MAX_ANSWER_WORDS}): more than one fact?`)
  }
  if (/^(yes|no)\b\.?$/i.test(answer)) {
    say('W126', 'bare yes/no answer: ask for the thing itself')
  }
  if (answer.startsWith('- ') || answer.split('\n- ').length > 2) {
    say('W127', 'answer is a list: split it, or use order/cloze')
  }
  if (questionOf(section).split('?').length > 2) say('W128', 'two questions in one card')
}

/** Wording that makes a question vague, negative or dated. */
export const checkWording: SectionRule = (section, say) => {
  const question = questionOf(section)
  if (VAGUE.test(question)) say('W129', 'vague or enumerating question')
  if (NEGATIVE.test(question)) say('W130', 'negative question')
  const words = wordCount(textOf(section, 'Why'))
  if (words > MAX_WHY_WORDS) say('W131', `Why has ${words} words (limit ${MAX_WHY_WORDS})`)
  if (TIME_WORD.test(question)) {
    const found = '("currently", "recently", ...)'
    say('W133', `time word in the question ${found}: give a date or drop it`)
  }
}

export const checkNames: SectionRule = (section, say) => {
  const text = allTextOf(section)
  for (const [outdated, name] of OUTDATED) {
    if (outdated.test(text)) say('W132', `outdated name, use "${name}"`)
  }
}

export const checkImages: SectionRule = (section, say) => {
  for (const [, alt = '', path = ''] of allTextOf(section).matchAll(IMAGE)) {
    if (alt.trim() === '') say('E045', 'image without alternative text')
    if (!RELATIVE_PATH.test(path) || path.includes('..')) {
      say('E047', `image must be a relative path to an .svg, .png or .webp file: "${path}"`)
    }
  }
}

function questionOf(section: Section): string {
  return textOf(section, 'Q') || textOf(section, 'T')
}
