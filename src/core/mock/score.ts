import { judgeCommand } from '../answer/command.ts'
import { judgeOrder } from '../answer/judge.ts'
import { judgeNumber } from '../answer/number-answer.ts'
import type { Note, QuestionBody, WhichBody } from '../note.ts'

/**
 * An answer as it is being made. Each kind of question uses one of the three.
 */
export interface MockAnswer {
  /** Keys of the options chosen; of a `which` question `row:option`, at most one for each row. */
  readonly chosen: readonly string[]
  readonly typed: string
  /** Steps from first to last. What stands below a `|` is left out. */
  readonly arrangement: readonly string[]
}

/** One question as a whole: a `which` note asks all its rows at once. */
export type MockBody = QuestionBody | WhichBody

/** The question of a note, or of a scenario its question `key`. Null where the note has none such. */
export function mockBodyOf({ body }: Pick<Note, 'body'>, key: string | null): MockBody | null {
  if (body.type !== 'scenario') return body
  return body.questions.find((question) => question.key === key)?.body ?? null
}

/** The points that a question can bring: one for each part. 0 for a question that cannot be judged. */
export function partsOf(body: MockBody): number {
  switch (body.type) {
    case 'single':
    case 'number':
    case 'command':
    case 'order':
      return 1
    case 'multi':
      return body.options.filter(({ right }) => right).length
    case 'which':
      return body.rows.length
    default:
      return 0
  }
}

/**
 * The points of an answer, as Microsoft describes its own scoring: one for each correct part, nothing off
 * for a wrong one. Who chooses more options than are right gains nothing by it. An order is one part: it
 * is right as a whole.
 */
export function pointsOf(body: MockBody, answer: MockAnswer | null): number {
  if (!answer) return 0
  const { chosen, typed, arrangement } = answer
  switch (body.type) {
    case 'single':
    case 'multi':
      return pointsOfChoice(body.options, chosen)
    case 'which':
      return body.rows.filter((row) => chosen.includes(rowChoice(row.key, row.answer))).length
    case 'number': {
      const verdict = judgeNumber(body, typed)
      return verdict.readable && verdict.right ? 1 : 0
    }
    case 'command':
      return typed.trim() !== '' && judgeCommand(body, typed).right ? 1 : 0
    case 'order':
      return judgeOrder(body, usedSteps(arrangement)).right ? 1 : 0
    default:
      return 0
  }
}

function pointsOfChoice(
  options: readonly { readonly key: string; readonly right: boolean }[],
  chosen: readonly string[],
): number {
  const wanted = options.filter(({ right }) => right).map(({ key }) => key)
  const hits = new Set(chosen.filter((key) => wanted.includes(key))).size
  const excess = Math.max(0, new Set(chosen).size - wanted.length)
  return Math.max(0, hits - excess)
}

/** How many parts of a question have an answer, right or wrong; all of them where nothing is missing. */
export function answeredParts(body: MockBody, answer: MockAnswer | null): number {
  if (!answer) return 0
  const parts = partsOf(body)
  switch (body.type) {
    case 'single':
    case 'multi':
    case 'which':
      return Math.min(parts, answer.chosen.length)
    case 'number':
    case 'command':
      return answer.typed.trim() === '' ? 0 : parts
    default:
      return answer.arrangement.length > 0 ? parts : 0
  }
}

/** What `chosen` holds where a row of a `which` question was given an option. */
export function rowChoice(row: string, option: string): string {
  return `${row}:${option}`
}

/** The option that a row was given, or null. */
export function optionOfRow(chosen: readonly string[], row: string): string | null {
  return chosen.find((each) => each.startsWith(`${row}:`))?.slice(row.length + 1) ?? null
}

/** The same choices with another option for one row. */
export function withRow(chosen: readonly string[], row: string, option: string): string[] {
  return [...chosen.filter((each) => !each.startsWith(`${row}:`)), rowChoice(row, option)]
}

/** The steps in use, first to last. */
export function usedSteps(arrangement: readonly string[]): string[] {
  const line = arrangement.indexOf('|')
  return arrangement.slice(0, line < 0 ? arrangement.length : line)
}
