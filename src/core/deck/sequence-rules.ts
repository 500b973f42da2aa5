import { quoted } from './message.ts'
import type { NoteRule, Say, SectionRule } from './rule.ts'
import { wordCount } from './text.ts'
import { choicesOf, textOf } from './tree.ts'
import type { Section } from './tree.ts'

const MIN_STEPS = 3
const MAX_STEPS = 6
const MIN_ROWS = 2
const MIN_QUESTIONS = 2
const MAX_QUESTIONS = 6
const MAX_SCENARIO_WORDS = 180

/** Steps of an order card. */
export const checkOrder: SectionRule = (section, say) => {
  if (section.type !== 'order') return
  const { id, steps } = section
  if (steps.length < MIN_STEPS) {
    say('E069', `"${id}" (order) has ${steps.length} steps, needs at least ${MIN_STEPS}`)
  }
  steps.forEach(({ number, line }, index) => {
    if (number !== index + 1) {
      say('E070', `step is numbered ${number}, expected ${index + 1}`, line)
    }
  })
  if (steps.length > MAX_STEPS) {
    say('W122', `${steps.length} steps: hard to recall, split or drop steps`)
  }
  checkDecoys(section, say)
}

/** Decoys are a list; other text behind their label would be lost. */
function checkDecoys({ blocks }: Section, say: Say): void {
  const lost = blocks.get('Not used')?.lines.find(({ text }) => text.trim() !== '')
  if (!lost) return
  const text = `text does not belong to any label or option: ${quoted(lost.text, 60)}`
  say('E042', text, lost.number)
}

/** Options and rows of a `which` card. */
export const checkWhich: SectionRule = (section, say) => {
  if (section.type !== 'which') return
  const { id, rows } = section
  const choices = choicesOf(section)
  if (choices.length < 2) say('E071', `"${id}" needs "Options: a; b; ..."`)
  checkRows(section, choices, say)
  for (const choice of choices) {
    if (rows.some(({ answer }) => answer === choice)) continue
    say('W074', `option "${choice}" is never the answer`)
  }
  if (rows.length < MIN_ROWS) {
    say('E075', `"${id}" (which) needs at least ${MIN_ROWS} rows`)
  }
}

function checkRows({ rows }: Section, choices: readonly string[], say: Say): void {
  const keys = rows.map(({ key }) => key)
  for (const { key, answer, line } of rows) {
    if (!choices.includes(answer)) say('E072', `"${answer}" is not in Options`, line)
    if (keys.indexOf(key) !== keys.lastIndexOf(key)) {
      say('E073', `row key "${key}" used twice`, line)
    }
  }
}

/** Length of a scenario and the number of its questions. */
export const checkScenario: NoteRule = (note, say) => {
  if (note.type !== 'scenario') return
  const count = note.questions.length
  if (count < MIN_QUESTIONS || count > MAX_QUESTIONS) {
    const needed = `${MIN_QUESTIONS} to ${MAX_QUESTIONS}`
    say('E076', `scenario "${note.id}" has ${count} questions, needs ${needed}`)
  }
  const words = wordCount(textOf(note, 'S'))
  if (words > MAX_SCENARIO_WORDS) {
    say('W123', `scenario stem has ${words} words (limit ${MAX_SCENARIO_WORDS})`)
  }
}
