import { memo } from 'react'
import type { ReactNode } from 'react'
import type { RailExam, RailRow } from '../study/rail.ts'
import { examName } from '../words/exam.ts'
import { SESSION } from '../words/study.ts'
import styles from './session-rail.module.css'

interface SessionRailProps {
  /** Which exam, or that it is all of them. */
  readonly name: string
  readonly answered: number
  readonly total: number
  readonly minutesLeft: number | null
  readonly exams: readonly RailExam[]
  readonly isOver: boolean
  /** Undo, more, keys, end. */
  readonly actions: ReactNode
}

/** The session at a glance on wide screens: every answer as a mark, by domain. */
export function SessionRail(props: SessionRailProps) {
  const { name, answered, total, minutesLeft, exams, isOver, actions } = props
  return (
    <aside className={styles['rail']} aria-label={SESSION.rail}>
      <p className={styles['name']}>{name}</p>
      <p className="num">
        {isOver ? SESSION.over : SESSION.position(answered + 1, total)}
        <br />
        <span className="small">
          {minutesLeft === null ? ' ' : SESSION.minutesLeft(minutesLeft)}
        </span>
      </p>
      <div className={styles['exams']} aria-hidden="true">
        {exams.map(({ exam, rows }) => (
          <div key={exam} className={styles['rows']} data-exam={exam.toLowerCase()}>
            {exams.length > 1 ? <span className={styles['exam']}>{examName(exam)}</span> : null}
            {rows.map((row) => (
              <RailDomain
                key={row.id}
                number={row.number}
                title={row.title}
                marks={row.marks.join(' ')}
              />
            ))}
          </div>
        ))}
      </div>
      {answered > 0 ? (
        <p className={`${styles['legend']} small`} aria-hidden="true">
          {SESSION.legend}
        </p>
      ) : null}
      <div className={styles['foot']}>{actions}</div>
    </aside>
  )
}

/** Above this many marks they are drawn as one bar. */
const MOST_MARKS = 60

interface RailDomainProps extends Pick<RailRow, 'number' | 'title'> {
  /** The marks as one word, so that a row is drawn again only when it changed. */
  readonly marks: string
}

const RailDomain = memo(function RailDomain({ number, title, marks }: RailDomainProps) {
  const each = marks.split(' ')
  const isNow = each.includes('now')
  return (
    <div>
      <span className={isNow ? styles['here'] : styles['domain']}>
        <span className="num">{number}</span> <span className={styles['title']}>{title}</span>
      </span>
      {each.length > MOST_MARKS ? (
        <progress
          className={styles['bar']}
          max={each.length}
          value={each.filter((mark) => mark === 'ok' || mark === 'no').length}
        />
      ) : (
        <span className={styles['marks']}>
          {each.map((mark, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a mark is its place
            <i key={index} className={styles[mark]} />
          ))}
        </span>
      )}
    </div>
  )
})
