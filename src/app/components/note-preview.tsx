import { useId, useState } from 'react'
import { cardTitleOf } from '../../core/card-title.ts'
import { cardKeysOf } from '../../core/note.ts'
import type { Note } from '../../core/note.ts'
import { faceOf } from '../study/question.ts'
import type { Face } from '../study/question.ts'
import { useAttempt } from '../study/use-attempt.ts'
import { EDITOR } from '../words/editor.ts'
import { AttemptInput } from './attempt-input.tsx'
import { CardFace } from './card-face.tsx'
import { QuestionText } from './question-text.tsx'
import { Segmented } from './segmented.tsx'
import styles from './note-preview.module.css'

type Shown = Pick<Note, 'body' | 'why' | 'title'>

const SIDES = [
  { value: 'question', label: EDITOR.previewQuestion },
  { value: 'answer', label: EDITOR.previewAnswer },
] as const

/** The cards that the text makes, as they will be asked and answered. */
export function NotePreview({ note }: { readonly note: Shown | null }) {
  const [side, setSide] = useState<'question' | 'answer'>('answer')
  const id = useId()
  const keys = note ? cardKeysOf(note.body).filter((key) => faceOf(note, key)?.question.ask) : []
  return (
    <section className={styles['preview']} aria-labelledby={id}>
      <div className={styles['head']}>
        <h2 className="h2" id={id}>
          {EDITOR.preview}
        </h2>
        <fieldset>
          <legend className="vh">{EDITOR.side}</legend>
          <Segmented options={SIDES} value={side} onChange={setSide} />
        </fieldset>
      </div>
      {!note || keys.length === 0 ? <p className="note">{EDITOR.previewEmpty}</p> : null}
      {note
        ? keys.map((key, index) => (
            <div key={key} className={styles['card']}>
              {keys.length > 1 ? (
                <p className="small">{EDITOR.previewOf(index + 1, keys.length)}</p>
              ) : null}
              {side === 'answer' ? (
                <CardFace
                  note={note}
                  cardKey={key}
                  {...(keys.length > 1 && { answerName: EDITOR.previewAnswerOf(index + 1) })}
                />
              ) : (
                <Question note={note} cardKey={key} />
              )}
            </div>
          ))
        : null}
    </section>
  )
}

/** The question as it is asked, with what is answered in: it can be tried. */
function Question({ note, cardKey }: { readonly note: Shown; readonly cardKey: string }) {
  const face = faceOf(note, cardKey)
  // Another text is another question: what was tried belongs to the one before.
  return face ? (
    <Asked key={JSON.stringify(note.body)} face={face} title={cardTitleOf(note, cardKey)} />
  ) : null
}

function Asked({ face, title }: { readonly face: Face; readonly title: string }) {
  const id = useId()
  const { options, attempt, change } = useAttempt(face.question, id)
  return (
    <article aria-labelledby={id}>
      <QuestionText question={face.question} answered={false} title={title} id={id} heading="h2" />
      <div className={styles['attempt']}>
        <AttemptInput
          question={face.question}
          options={options}
          attempt={attempt}
          questionId={id}
          onAttempt={change}
          onCheck={() => {}}
          onSay={() => {}}
        />
      </div>
    </article>
  )
}
