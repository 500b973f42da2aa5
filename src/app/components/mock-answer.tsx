import type { MockAnswer as Answer } from '../../core/mock/score.ts'
import { judgedOf } from '../mock/item.ts'
import type { MockItem } from '../mock/item.ts'
import { Html } from './html.tsx'
import styles from './mock-answer.module.css'
import { Outcome } from './outcome.tsx'

interface MockAnswerProps {
  readonly item: MockItem
  /** What the learner did; null where nothing. */
  readonly answer: Answer | null
}

/** The answer of a question with every reason, row by row where it asks several, and what was answered. */
export function MockAnswer({ item, answer }: MockAnswerProps) {
  const { rows, options, question, why } = item
  return (
    <>
      {rows.length === 0 ? (
        <Outcome question={question} options={options} judged={judgedOf(item, answer)} />
      ) : (
        rows.map((row) => (
          <div key={row.key} className={styles['row']}>
            <Html html={row.html} className={styles['text']} />
            <Outcome
              question={row.question}
              options={rowOptions(item, row)}
              judged={judgedOf(item, answer, row)}
            />
          </div>
        ))
      )}
      {why ? <Html html={why} className={styles['why']} /> : null}
    </>
  )
}

/** The options in the order of the run, with what is right in this row. */
function rowOptions({ body, options }: MockItem, { key }: MockItem['rows'][number]) {
  if (body.type !== 'which') return options
  const row = body.rows.find((each) => each.key === key)
  return options.map((option) => {
    const right = option.key === row?.answer
    return { ...option, right, rationale: right ? (row?.rationale ?? null) : null }
  })
}
