import { useId } from 'react'
import { cardTitleOf } from '../../core/card-title.ts'
import type { Note } from '../../core/note.ts'
import { authorsOptions } from '../study/attempt.ts'
import { faceOf } from '../study/question.ts'
import { CARD } from '../words/study.ts'
import { Html } from './html.tsx'
import { Outcome } from './outcome.tsx'
import { QuestionText } from './question-text.tsx'
import styles from './card-face.module.css'

interface CardFaceProps {
  readonly note: Pick<Note, 'body' | 'why' | 'title'>
  /** Key of the card within its note. */
  readonly cardKey: string
  /** Level of the question's heading. */
  readonly heading?: 'h1' | 'h2'
  /** Name of the part with the answer, where several cards stand on one page. */
  readonly answerName?: string
}

/** A whole card to look at: question, answer and every reason. For a key the note lacks, nothing. */
export function CardFace(props: CardFaceProps) {
  const { note, cardKey, heading = 'h2', answerName = CARD.answer } = props
  const id = useId()
  const face = faceOf(note, cardKey)
  if (!face) return null
  const { question, why, scenario } = face
  return (
    <article className={styles['face']} aria-labelledby={id}>
      {scenario ? <Html html={scenario.stem} className={styles['stem']} /> : null}
      <QuestionText
        question={question}
        answered
        title={cardTitleOf(note, cardKey)}
        id={id}
        heading={heading}
      />
      <section className={styles['answer']} aria-label={answerName}>
        <Outcome question={question} options={authorsOptions(question)} judged={null} />
      </section>
      {why ? <Html html={why} className={styles['why']} /> : null}
    </article>
  )
}
