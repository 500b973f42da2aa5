import type { NoteText } from '../../core/text/note-text.ts'
import { EDITOR } from '../words/editor.ts'
import { NoteSection } from './note-section.tsx'
import styles from './note-section.module.css'

interface NoteQuestionsProps {
  readonly questions: NoteText['questions']
  readonly onChange: (questions: NoteText['questions']) => void
}

/** The questions of a shipped scenario. They are cards: they stay, and are only reworded. */
export function NoteQuestions({ questions, onChange }: NoteQuestionsProps) {
  return questions.map((question, index) => (
    <fieldset key={question.key} className={styles['question']}>
      <legend className={styles['legend']}>{EDITOR.question(index + 1)}</legend>
      <NoteSection
        text={question}
        prefix={`questions.${index}.`}
        onChange={(change) => onChange(questions.with(index, { ...question, ...change }))}
      />
    </fieldset>
  ))
}
