import styles from './path-questions.module.css'

interface PathQuestion {
  readonly name: string
  readonly legend: string
  readonly answers: readonly { readonly value: string; readonly label: string }[]
  /** What was answered; undefined while nothing was. */
  readonly value: string | undefined
}

interface PathQuestionsProps {
  readonly questions: readonly PathQuestion[]
  readonly onAnswer: (name: string, value: string) => void
}

/** Questions with a few answers each, of which none has to be given. */
export function PathQuestions({ questions, onAnswer }: PathQuestionsProps) {
  return (
    <div className={styles['questions']}>
      {questions.map(({ name, legend, answers, value }) => (
        <fieldset key={name}>
          <legend>{legend}</legend>
          {answers.map((answer) => (
            <label key={answer.value}>
              <input
                type="radio"
                name={name}
                checked={answer.value === value}
                onChange={() => onAnswer(name, answer.value)}
              />
              <span>{answer.label}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  )
}
