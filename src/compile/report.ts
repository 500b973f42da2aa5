import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { coverageOf, parseTargets, shortcomings, traitsOf } from '../core/deck/coverage.ts'
import { QUESTIONS } from '../core/mock/lengths.ts'
import type { DomainCoverage, ExamCoverage, Traits, TypeCounts } from '../core/deck/coverage.ts'
import { formatMessage } from '../core/deck/message.ts'
import { checkFacets } from '../core/deck/facets.ts'
import type { FacetCheck } from '../core/deck/facets.ts'
import type { Message } from '../core/deck/message.ts'
import { checkDay, checkProject } from './check-project.ts'
import { readFacets } from './facets.ts'
import type { Print } from './lint.ts'
import { DECKS_FOLDER, readProject } from './project.ts'

const TARGETS = 'targets.tsv'
/** AZ-900 is a foundation only: its skills need not have every facet. */
const COMPLETE = new Set(['AZ-104', 'AZ-305'])

/**
 * The command line of the report: `node src/compile/report-cli.ts [DIR] [--check] [--reread]`. Prints what
 * every skill has against its target; with `--check` only what is missing for a release; with `--reread`
 * also the cards whose page is newer than the text that was read.
 *
 * @returns the exit code: with `--check` 1 where something is missing for a release, else 0
 */
export function report(args: readonly string[], print: Print): 0 | 1 {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      today: { type: 'string', default: checkDay() },
      check: { type: 'boolean', default: false },
      reread: { type: 'boolean', default: false },
    },
  })
  const folder = positionals[0] ?? DECKS_FOLDER
  const project = readProject(folder)
  const { decks, messages } = checkProject(project, values.today)
  const path = join(project.folder, TARGETS)
  const targets = parseTargets(existsSync(path) ? readFileSync(path, 'utf8') : '')
  const exams = coverageOf(decks, project.blueprints, targets)
  const traits = traitsOf(decks)
  const old = messages.filter(({ code }) => code === 'W113')
  const rows = readFacets(project.folder)
  const complete = project.blueprints.filter(({ exam }) => COMPLETE.has(exam))
  const facets = rows ? checkFacets(rows, decks, complete) : null
  const missing = [...shortcomings(exams, traits), ...(facets?.missing ?? [])]
  if (values.check) {
    print(linesOf(missingLines(missing)))
    return missing.length > 0 ? 1 : 0
  }
  if (values.reread) print(linesOf(old.map(formatMessage)))
  print(
    linesOf([
      ...exams.flatMap(examLines),
      ...traitLines(traits, old),
      ...(facets ? [facetLine(facets)] : []),
      '',
      ...missingLines(missing),
    ]),
  )
  return 0
}

function examLines({ exam, domains, cards, types, withoutScenario }: ExamCoverage): string[] {
  const skills = domains.flatMap((domain) => domain.skills)
  const aimed = skills.filter(({ target }) => target !== null)
  const met = aimed.filter(({ cards: has, target }) => has >= (target ?? 0))
  return [
    `${exam}: ${cards} cards, ${met.length} of ${aimed.length} skills at their target`,
    ...domains.flatMap(domainLines),
    `  types: ${sharesOf(types)}`,
    ...poolLines(domains),
    ...(exam === 'AZ-305' && withoutScenario.length > 0
      ? [`  skills without a scenario: ${withoutScenario.join(', ')}`]
      : []),
    '',
  ]
}

/** How far the questions kept for mock exams go: full exams without one asked twice, by the scarcest domain. */
function poolLines(domains: readonly DomainCoverage[]): string[] {
  const questions = domains.reduce((sum, { poolQuestions }) => sum + poolQuestions, 0)
  if (questions === 0) return []
  const [scarcest] = domains
    .map((each) => ({ title: each.domain.title, exams: fullExams(each, domains) }))
    .toSorted((a, b) => a.exams - b.exams)
  return [
    `  for mock exams: ${questions} questions, ${scarcest?.exams.toFixed(1)} full exams without a repeat (fewest in ${scarcest?.title})`,
  ]
}

function weightOf({ weight: [from, to] }: DomainCoverage['domain']): number {
  return from + to
}

function fullExams(
  { domain, poolQuestions }: DomainCoverage,
  domains: readonly DomainCoverage[],
): number {
  const total = domains.reduce((sum, each) => sum + weightOf(each.domain), 0)
  return poolQuestions / ((QUESTIONS.usual * weightOf(domain)) / total)
}

function domainLines({ domain, skills, pool, poolQuestions }: DomainCoverage): string[] {
  const [from, to] = domain.weight
  return [
    `  ${domain.title} (${from}–${to} %)`,
    ...skills.map(({ skill, target, cards, types, oldestVerified }) => {
      const sign = target !== null && cards < target ? '!' : ' '
      const figure = `${cards}/${target ?? '–'}`.padStart(7)
      return `  ${sign} ${skill.padEnd(36)}${figure}  ${oldestVerified ?? '–'}  ${countsOf(types)}`
    }),
    ...(pool.size > 0
      ? [`    for mock exams: ${poolQuestions} questions; cards by type: ${countsOf(pool)}`]
      : []),
  ]
}

function traitLines(traits: Traits, old: readonly Message[]): string[] {
  const { notes, cards, shared, draft, recheck, bridge, singles, longestRight } = traits
  return [
    `${notes} notes, ${cards} cards; ${shared} notes count for two exams; ${bridge} bridge notes`,
    `draft: ${draft} (${share(draft, notes)}), recheck: ${recheck} (${share(recheck, notes)})`,
    `right option longest: ${longestRight} of ${singles} single choices (${share(longestRight, singles)})`,
    `page newer than the text read: ${old.length} notes (--reread lists them)`,
  ]
}

function facetLine({ carried, notApplicable }: FacetCheck): string {
  return `facets of the skills of ${[...COMPLETE].join(' and ')}: ${carried} carried by notes, ${notApplicable} not applicable`
}

function share(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
}

function missingLines(missing: readonly string[]): string[] {
  if (missing.length === 0) return ['nothing is missing']
  return missing.map((each) => `missing: ${each}`)
}

function countsOf(types: TypeCounts): string {
  const sum = [...types.values()].reduce((a, b) => a + b, 0)
  const list = [...types].map(([type, count]) => `${type} ${count}`).join(', ')
  return types.size > 1 ? `${list} = ${sum}` : list
}

function sharesOf(types: TypeCounts): string {
  const sum = [...types.values()].reduce((a, b) => a + b, 0)
  return [...types].map(([type, n]) => `${type} ${((100 * n) / sum).toFixed(0)} %`).join(', ')
}

function linesOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}
