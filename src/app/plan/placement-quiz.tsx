import { useEffect, useEffectEvent, useId, useState } from 'react'
import type { Domain } from '../../core/blueprint.ts'
import type { ExamId, NoteId } from '../../core/note.ts'
import { splitCardId } from '../../core/note.ts'
import { knownShare, quizCards } from '../../core/plan/placement.ts'
import type { QuizAnswer } from '../../core/plan/placement.ts'
import { shuffled } from '../../core/shuffle.ts'
import { useApp } from '../app.ts'
import { Button } from '../components/button.tsx'
import { ChoiceList, letterOf } from '../components/choice-list.tsx'
import type { Choice } from '../components/choice-list.tsx'
import { Dialog } from '../components/dialog.tsx'
import { QuestionText } from '../components/question-text.tsx'
import { loadNotes } from '../notes/load-notes.ts'
import type { ShownNote } from '../notes/load-notes.ts'
import { faceOf } from '../study/question.ts'
import type { Question } from '../study/question.ts'
import { knownWords } from '../words/plan.ts'
import { QUIZ } from '../words/quiz.ts'
import type { PlanBase } from './load-plan.ts'
import styles from './placement-quiz.module.css'

interface PlacementQuizProps {
  readonly base: PlanBase
  readonly exam: ExamId
  readonly domain: Domain
  readonly onClose: () => void
  /** The learner takes over what the quiz found, 0 to 1. */
  readonly onKnown: (share: number) => void
}

/** Ten questions on a domain, to estimate what is known of it. Nothing of it enters the log. */
export function PlacementQuiz({ base, exam, domain, onClose, onKnown }: PlacementQuizProps) {
  const questions = useQuestions(base, exam, domain)
  const [answers, setAnswers] = useState<readonly QuizAnswer[]>([])
  const at = questions?.[answers.length]
  const share = knownShare(answers)
  const use = () => {
    if (share !== null) onKnown(share)
    onClose()
  }
  const isOver = questions !== null && at === undefined
  return (
    <Dialog
      open
      onClose={onClose}
      title={at && questions ? QUIZ.title(answers.length + 1, questions.length) : domain.title}
      {...(isOver && {
        actions: (
          <>
            <Button look="plain" compact onClick={onClose}>
              {QUIZ.leave}
            </Button>
            {share === null ? null : (
              <Button compact onClick={use}>
                {QUIZ.use(knownWords(share))}
              </Button>
            )}
          </>
        ),
      })}
    >
      {at ? (
        <Asked
          key={at.id}
          asked={at}
          onAnswer={(right) => setAnswers([...answers, { right, options: at.choices.length }])}
        />
      ) : null}
      {isOver ? <output>{resultOf(answers, share)}</output> : null}
    </Dialog>
  )
}

function resultOf(answers: readonly QuizAnswer[], share: number | null): string {
  if (share === null) return QUIZ.tooFew
  return QUIZ.result(answers.filter(({ right }) => right).length, answers.length, share)
}

interface AskedQuestion {
  readonly id: string
  readonly title: string
  readonly question: Question
  readonly choices: readonly Choice[]
  /** Key of the right choice. */
  readonly right: string
}

interface AskedProps {
  readonly asked: AskedQuestion
  readonly onAnswer: (right: boolean) => void
}

function Asked({ asked, onAnswer }: AskedProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const id = useId()
  const check = () => {
    if (chosen !== null) onAnswer(chosen === asked.right)
  }
  useEffect(() => document.getElementById(id)?.focus(), [id])
  useQuizKeys((key) => {
    const choice = asked.choices.find((_, at) =>
      [letterOf(at).toLowerCase(), `${at + 1}`].includes(key),
    )
    if (choice) setChosen(choice.key)
    if (key === 'n') onAnswer(false)
  })
  return (
    <>
      <QuestionText
        question={asked.question}
        answered={false}
        title={asked.title}
        id={id}
        heading="h2"
      />
      <div className={styles['choices']}>
        <ChoiceList
          choices={asked.choices}
          chosen={chosen === null ? [] : [chosen]}
          multiple={false}
          labelledBy={id}
          onChoose={setChosen}
          onCheck={check}
        />
      </div>
      <div className={styles['actions']}>
        <Button look="word" onClick={() => onAnswer(false)}>
          {QUIZ.unknown}
        </Button>
        <Button compact disabled={chosen === null} onClick={check}>
          {QUIZ.next}
        </Button>
      </div>
    </>
  )
}

/** Keys of the quiz; those of the page rest while a dialog is open. */
function useQuizKeys(onKey: (key: string) => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!event.repeat && !event.ctrlKey && !event.metaKey && !event.altKey) {
      onKey(event.key.toLowerCase())
    }
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}

/** The questions, once they are read; null until then. */
function useQuestions(
  { day, states }: PlanBase,
  exam: ExamId,
  domain: Domain,
): readonly AskedQuestion[] | null {
  const { db } = useApp()
  const [questions, setQuestions] = useState<readonly AskedQuestion[] | null>(null)
  useEffect(() => {
    let isGone = false
    const isAsked = (skills: readonly string[]) =>
      skills.map((skill) => day.places.get(skill)).find((place) => place?.exam === exam)?.domain
        .id === domain.id
    const unseen = day.cards.filter(
      ({ cardId, note }) => isAsked(note.skills) && !states.has(cardId),
    )
    const cards = quizCards(unseen)
    const ids = cards.map(({ note }) => note.id)
    void loadNotes(db, ids).then((notes) => {
      if (isGone) return
      setQuestions(cards.flatMap(({ cardId }) => questionOf(cardId, notes) ?? []))
    })
    return () => {
      isGone = true
    }
  }, [db, day, states, exam, domain])
  return questions
}

function questionOf(cardId: string, notes: ReadonlyMap<NoteId, ShownNote>): AskedQuestion | null {
  const { noteId, key } = splitCardId(cardId)
  const note = notes.get(noteId)
  const question = note && faceOf(note, key)?.question
  if (!note || !question) return null
  const base = { id: cardId, title: note.title, question }
  if (question.kind === 'which') {
    return { ...base, choices: question.body.options, right: question.row.answer }
  }
  if (question.kind !== 'choice') return null
  const right = question.body.options.find((option) => option.right)?.key ?? ''
  return { ...base, choices: shuffled(question.body.options, cardId), right }
}
