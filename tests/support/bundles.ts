import type { ExamBundle } from '../../src/core/catalog.ts'
import type { Note } from '../../src/core/note.ts'

/** A basic note; its hash follows its answer and revision. */
export function note(id: string, changes: Partial<Note> & { answer?: string } = {}): Note {
  const { answer = 'Yes', ...rest } = changes
  const rev = rest.rev ?? 1
  return {
    id,
    deck: 'az104-storage-data',
    rev,
    skills: ['az104-storage-data-tiers'],
    level: 1,
    sources: [{ url: 'https://learn.microsoft.com/azure/storage/', readOn: '2026-11-01' }],
    verified: '2026-11-01',
    status: null,
    decay: 'normal',
    pool: 'review',
    tags: [],
    confuse: [],
    needs: [],
    body: { type: 'basic', question: `Is ${id} so?`, answer },
    why: null,
    title: `Is ${id} so?`,
    hash: `${id}-${rev}-${answer}`,
    answerHash: answer,
    ...rest,
  }
}

/** What the build ships for an exam with one skill. */
export function bundle(
  version: string,
  notes: readonly Note[],
  changes: Partial<ExamBundle> = {},
): ExamBundle {
  const exam = changes.exam ?? 'AZ-104'
  return {
    format: 1,
    exam,
    version,
    blueprint: blueprint(exam),
    decks: [{ id: 'az104-storage-data', title: 'Storage data' }],
    notes,
    ...changes,
  }
}

function blueprint(exam: string): ExamBundle['blueprint'] {
  const prefix = exam.replace('-', '').toLowerCase()
  const skill = { id: `${prefix}-storage-data-tiers`, title: 'Access tiers' }
  const group = { id: `${prefix}-storage-data`, title: 'Data', skills: [skill] }
  return {
    exam,
    title: 'An exam',
    guide: 'https://learn.microsoft.com/credentials/certifications/',
    as_of: '2026-04-17',
    minutes: 100,
    passing_score: 700,
    domains: [{ id: `${prefix}-storage`, title: 'Storage', weight: [15, 20], groups: [group] }],
  }
}
