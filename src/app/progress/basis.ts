import type { CatalogNote } from '../../core/catalog.ts'
import type { ExamId, SkillId } from '../../core/note.ts'
import { foundationsOf } from '../../core/stats/foundations.ts'
import type { Settings } from '../../core/settings.ts'
import type { App } from '../app.ts'
import type { BasisSkill } from '../components/part-basis.tsx'
import { progressById } from './part-figures.ts'
import { loadExam } from './load-exam.ts'
import type { LoadedExam } from './load-exam.ts'
import { addressOf, idOf, partsOf, titleOf } from './part.ts'

/** The exam that another one builds on. */
const BASIS: Readonly<Record<ExamId, ExamId>> = { 'AZ-305': 'AZ-104' }

/** Rows shown; what is tied more loosely is left out. */
const MOST = 6

/** The skills of the exam before it that a skill stands on, and how firm those are; none for most skills. */
export async function basisOf(
  app: App,
  loaded: LoadedExam,
  skill: SkillId,
  settings: Settings,
): Promise<readonly BasisSkill[]> {
  const exam = BASIS[loaded.exam]
  if (exam === undefined || !app.exams.some((each) => each.exam === exam)) return []
  const below = await loadExam(app, exam, settings, loaded)
  const parts = new Map(
    partsOf(below.blueprint).flatMap((part) =>
      part.kind === 'skill' ? [[part.skill.id, part] as const] : [],
    ),
  )
  const progress = progressById(below.progress)
  return foundationsOf(skill, notesOf(loaded, below), (id) => parts.has(id))
    .slice(0, MOST)
    .flatMap((id) => {
      const [part, known] = [parts.get(id), progress.get(id)]
      if (!part || !known) return []
      const { cards, seen, recallOfSeen } = known
      const stability = below.depths.get(id)?.stability?.[1] ?? null
      return {
        id: idOf(part),
        exam,
        title: titleOf(part),
        cards,
        seen,
        recall: recallOfSeen,
        stability,
        to: addressOf(exam, part),
      }
    })
}

/** The notes of both exams, each once. */
function notesOf(...exams: readonly LoadedExam[]): CatalogNote[] {
  const notes = exams.flatMap(({ cards }) => cards.map(({ note }) => note))
  return [...new Map(notes.map((note) => [note.id, note])).values()]
}
