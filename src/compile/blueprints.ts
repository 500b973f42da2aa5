import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { parse } from 'yaml'
import { BlueprintSchema } from '../core/blueprint.ts'
import type { Blueprint } from '../core/blueprint.ts'

const text = v.pipe(v.string(), v.minLength(1))
const date = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/))

/** Where the facts of a group are checked. For authors; the app does not get them. */
const SourceSchema = v.strictObject({
  repo: v.pipe(v.string(), v.regex(/^[\w.-]+\/[\w.-]+$/)),
  path: text,
  url: v.pipe(v.string(), v.startsWith('https://')),
  /** Date that the page itself gave; in words where it gave none exactly. */
  ms_date: v.optional(text),
  last_commit: v.optional(date),
})
const SourcesSchema = v.object({
  domains: v.array(
    v.object({ groups: v.array(v.object({ sources: v.optional(v.array(SourceSchema)) })) }),
  ),
})

/** A blueprint file that does not have the right shape. The message says where and why. */
export class BlueprintError extends Error {
  override readonly name = 'BlueprintError'

  constructor(file: string, problems: readonly string[]) {
    super(problems.map((problem) => `${file}: ${problem}`).join('\n'))
  }
}

/**
 * Reads the outline of an exam.
 *
 * @param path where it is
 * @param file the name that messages give
 * @throws BlueprintError
 */
export function readBlueprint(path: string, file: string): Blueprint {
  const data: unknown = parse(readFileSync(path, 'utf8'))
  const sources = v.safeParse(SourcesSchema, data)
  const blueprint = v.safeParse(BlueprintSchema, data)
  if (blueprint.success && sources.success) return blueprint.output
  throw new BlueprintError(
    file,
    [...(blueprint.issues ?? []), ...(sources.issues ?? [])].map(
      (issue) => `${v.getDotPath(issue) ?? 'blueprint'}: ${issue.message}`,
    ),
  )
}
