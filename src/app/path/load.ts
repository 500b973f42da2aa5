import type { ExamId, SkillId } from '../../core/note.ts'
import { domainShare } from '../../core/blueprint.ts'
import type { Blueprint } from '../../core/blueprint.ts'
import { sharedCards } from '../../core/path/shared.ts'
import type { SharedCards } from '../../core/path/shared.ts'
import { loadLearner } from '../../db/learner.ts'
import { loadSettings } from '../../db/settings.ts'
import type { App } from '../app.ts'
import { loadExam } from '../progress/load-exam.ts'
import type { LoadedExam } from '../progress/load-exam.ts'
import { addressOf } from '../progress/part.ts'
import { domainName } from '../words/stats.ts'

/** The two exams that the picture compares, in the order in which most people take them. */
export const COMPARED = ['AZ-104', 'AZ-305'] as const

export interface PathDomain {
  readonly id: string
  /** "Storage". */
  readonly name: string
  readonly weight: readonly [number, number]
  /** Share of the exam, 0 to 1. */
  readonly share: number
  readonly cards: number
  readonly seen: number
  readonly to: string
}

export interface PathExam {
  readonly exam: ExamId
  readonly title: string
  readonly domains: readonly PathDomain[]
}

export interface PathData {
  readonly exams: readonly PathExam[]
  readonly shared: readonly SharedCards[]
  /** Cards that count for both exams, each once. */
  readonly sharedTotal: number
  /** Cards for those who come from on-premises. */
  readonly bridgeCards: number
  /** The exams that the learner has chosen, and those that this build has cards for. */
  readonly chosen: readonly ExamId[]
  readonly offered: readonly ExamId[]
}

export async function loadPath(app: App): Promise<PathData> {
  const settings = await loadSettings(app.db)
  const offered = app.exams.filter(({ cards }) => cards > 0).map(({ exam }) => exam)
  const there = COMPARED.filter((exam) => app.exams.some((each) => each.exam === exam))
  const learner = await loadLearner(app.db)
  const loaded = await Promise.all(there.map((exam) => loadExam(app, exam, settings, { learner })))
  const [first, second] = loaded
  const notes = new Map(
    loaded.flatMap(({ cards }) => cards.map(({ note }) => [note.id, note] as const)),
  )
  const domains = loaded.map(({ blueprint }) => domainsOfSkills(blueprint))
  const [from, to] = domains
  const both = [...notes.values()].filter(({ skills }) =>
    domains.every((skillsOf) => skills.some((skill) => skillsOf.has(skill))),
  )
  const bridge = [...notes.values()].filter(({ tags }) => tags?.includes('bridge'))
  return {
    exams: loaded.map(examOf),
    shared: first && second && from && to ? sharedCards([...notes.values()], from, to) : [],
    sharedTotal: domains.length > 1 ? cardsOf(both) : 0,
    bridgeCards: cardsOf(bridge),
    chosen: settings.exams,
    offered,
  }
}

function cardsOf(notes: readonly { readonly keys: readonly string[] }[]): number {
  return notes.reduce((sum, { keys }) => sum + keys.length, 0)
}

function examOf({ exam, blueprint, progress }: LoadedExam): PathExam {
  return {
    exam,
    title: blueprint.title,
    domains: progress.domains.map(({ domain, cards, seen }, index) => ({
      id: domain.id,
      name: domainName(domain.id, new Map(), false),
      weight: domain.weight,
      share: domainShare(blueprint, domain.id),
      cards,
      seen,
      to: addressOf(exam, { kind: 'domain', domain, domainNumber: index + 1 }),
    })),
  }
}

function domainsOfSkills({ domains }: Blueprint): ReadonlyMap<SkillId, string> {
  return new Map(
    domains.flatMap((domain) =>
      domain.groups.flatMap(({ skills }) => skills.map(({ id }) => [id, domain.id] as const)),
    ),
  )
}
