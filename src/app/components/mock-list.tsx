import type { Run } from '../../core/mock/run.ts'
import { mayShow } from '../../core/mock/run.ts'
import { stateOf } from '../mock/marks.ts'
import type { Notes } from '../mock/marks.ts'
import { RUN } from '../words/mock.ts'
import styles from './mock-list.module.css'

interface MockListProps {
  readonly run: Run
  readonly notes: Notes
  /** The question on screen; null where none is, as on the review screen. */
  readonly current: number | null
  readonly onGo: (q: number) => void
}

/** Every question by its number, with what is done of it; case studies apart. */
export function MockList({ run, notes, current, onGo }: MockListProps) {
  const parts = Map.groupBy(
    run.begun.questions.map(({ block }, q) => ({ block, q })),
    ({ block }) => block,
  )
  const blocks = [...parts.keys()].filter((block) => block !== null).length
  return (
    <>
      {[...parts].map(([block, questions]) => (
        <div key={block ?? 'alone'}>
          {block === null ? null : (
            <p className={`${styles['case']} small`}>{RUN.caseStudy(block + 1, blocks)}</p>
          )}
          <ol className={styles['list']}>
            {questions.map(({ q }) => (
              <li key={q}>
                <Entry run={run} notes={notes} q={q} isCurrent={q === current} onGo={onGo} />
              </li>
            ))}
          </ol>
        </div>
      ))}
    </>
  )
}

interface EntryProps extends Pick<MockListProps, 'run' | 'notes' | 'onGo'> {
  readonly q: number
  readonly isCurrent: boolean
}

function Entry({ run, notes, q, isCurrent, onGo }: EntryProps) {
  const state = stateOf(run, notes, q)
  const isClosed = !mayShow(run, q)
  const isFlagged = run.asked[q]?.isFlagged === true
  const words = [
    RUN.states[state],
    isFlagged ? RUN.states.flagged : null,
    isClosed ? RUN.states.closed : null,
  ].filter((each) => each !== null)
  const classes = [
    state === 'open' ? null : styles[state],
    isCurrent ? styles['current'] : null,
    isClosed ? styles['closed'] : null,
  ].filter(Boolean)
  return (
    <button
      type="button"
      className={classes.join(' ')}
      aria-label={[q + 1, ...words].join(', ')}
      aria-current={isCurrent ? 'step' : undefined}
      aria-disabled={isClosed || undefined}
      onClick={isClosed ? undefined : () => onGo(q)}
    >
      {q + 1}
      {isFlagged ? <span className={styles['flag']} aria-hidden="true" /> : null}
    </button>
  )
}
