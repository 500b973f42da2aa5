import type { ExamBundle } from '../../src/core/catalog.ts'
import type { ChoiceBody, Note, NoteBody } from '../../src/core/note.ts'
import { blueprint } from './builders.ts'
import { note } from './bundles.ts'

/** A choice whose right options say so: "Right 1", "Wrong 1". Every option has its reason. */
export function choiceBody(question: string, right = 1, wrong = 2): ChoiceBody {
  const options = [
    ...Array.from({ length: right }, (_, index) => ({ text: `Right ${index + 1}`, right: true })),
    ...Array.from({ length: wrong }, (_, index) => ({ text: `Wrong ${index + 1}`, right: false })),
  ]
  return {
    type: right > 1 ? 'multi' : 'single',
    question,
    options: options.map((option, index) => ({
      key: `o${index + 1}`,
      html: option.text,
      right: option.right,
      rationale: `Because ${option.text.toLowerCase()}.`,
    })),
  }
}

export function poolNote(id: string, domain: number, body: NoteBody, skill = 'a'): Note {
  const title = 'question' in body ? body.question : id
  return note(id, { pool: 'exam', skills: [`az104-d${domain}-${skill}`], body, title })
}

/** What an exam of three domains ships: single choices only, and a card of daily study for each skill. */
export function mockBundle(more: readonly Note[] = [], perDomain = 20): ExamBundle {
  const outline = blueprint('AZ-104', 40, 30, 30)
  const kept = outline.domains.flatMap((_, index) =>
    Array.from({ length: perDomain }, (_each, number) => {
      const id = `d${index + 1}-${number}`
      return poolNote(id, index + 1, choiceBody(`Question ${id}?`), number % 2 === 0 ? 'a' : 'b')
    }),
  )
  const daily = outline.domains.flatMap(({ groups }) =>
    groups.flatMap(({ skills }) =>
      skills.map(({ id }) => note(`card-${id}`, { skills: [id], title: `Card of ${id}` })),
    ),
  )
  return {
    format: 1,
    exam: 'AZ-104',
    version: '1',
    blueprint: outline,
    decks: [{ id: 'az104-storage-data', title: 'All' }],
    notes: [...more, ...kept, ...daily],
  }
}

/** A case study of so many questions in the first domain. */
export function caseStudy(id: string, questions: number, domain = 1): Note {
  return note(id, {
    pool: 'exam',
    skills: [`az104-d${domain}-a`],
    title: `Case ${id}`,
    body: {
      type: 'scenario',
      stem: `<p>The situation of ${id}.</p>`,
      questions: Array.from({ length: questions }, (_, index) => ({
        key: `q${index + 1}`,
        body: choiceBody(`Case ${id}, question ${index + 1}?`),
        why: null,
      })),
    },
  })
}
