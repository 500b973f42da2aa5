import * as v from 'valibot'
import { BACKGROUNDS, LIKINGS, ROLES, TIMES } from '../../core/path/suggest.ts'
import type { Situation } from '../../core/path/suggest.ts'

/** The questions with their answers, in the order asked. */
export const QUESTIONS = { role: ROLES, from: BACKGROUNDS, time: TIMES, likes: LIKINGS } as const

const schemas = {
  role: v.picklist(ROLES),
  from: v.picklist(BACKGROUNDS),
  time: v.picklist(TIMES),
  likes: v.picklist(LIKINGS),
} as const

/** Reads what was answered from an address; what does not fit is as if it was not there. */
export function situationOf(params: URLSearchParams): Situation {
  const read = <Value>(name: string, schema: v.GenericSchema<unknown, Value>) => {
    const result = v.safeParse(schema, params.get(name))
    return result.success ? result.output : undefined
  }
  const role = read('role', schemas.role)
  const from = read('from', schemas.from)
  const time = read('time', schemas.time)
  const likes = read('likes', schemas.likes)
  return {
    ...(role && { role }),
    ...(from && { from }),
    ...(time && { time }),
    ...(likes && { likes }),
  }
}
