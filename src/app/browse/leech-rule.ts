import { scheduleFor, USUAL_SCHEDULE } from '../../core/exam-schedule.ts'
import { splitCardId } from '../../core/note.ts'
import type { NoteId, SkillId } from '../../core/note.ts'
import { schedulerFor, schedulerSettingsOf } from '../../core/scheduler.ts'
import type { Settings } from '../../core/settings.ts'
import { examsOfSkills } from '../../core/stats/place.ts'
import type { ExamRow } from '../../db/db.ts'
import type { RuleOf } from './leeches.ts'

/** What a card of these exams is judged by; one that stands in none of them is judged as usual. */
export function ruleOf(settings: Settings, exams: readonly ExamRow[]): RuleOf {
  const schedulers = schedulerSettingsOf(settings)
  const usual = { scheduler: schedulerFor(schedulers, []), threshold: USUAL_SCHEDULE }
  if (Object.keys(settings.schedules).length === 0) return () => usual
  const skills = new Map<NoteId, readonly SkillId[]>(
    exams.flatMap(({ catalog }) => catalog.map((note) => [note.id, note.skills] as const)),
  )
  const rules = new Map<string, ReturnType<RuleOf>>()
  return (cardId) => {
    const own = examsOfSkills(skills.get(splitCardId(cardId).noteId) ?? [])
    const key = own.join()
    const known = rules.get(key) ?? {
      scheduler: schedulerFor(schedulers, own),
      threshold: scheduleFor(settings, own),
    }
    rules.set(key, known)
    return known
  }
}
