import type { FitRecord } from '../../core/fit/fit-record.ts'
import { MEMORY, resultWords } from '../words/memory.ts'
import { number } from '../words/plural.ts'
import { Button } from './button.tsx'
import styles from './fit-table.module.css'

interface FitHistoryProps {
  readonly rows: readonly {
    readonly fit: FitRecord
    readonly date: string
    readonly isInForce: boolean
  }[]
  readonly onUse: (fit: FitRecord) => void
}

/** Every measurement with what came of it, and the way back to those that were better. */
export function FitHistory({ rows, onUse }: FitHistoryProps) {
  if (rows.length === 0) return null
  const { columns } = MEMORY
  return (
    <table className={styles['table']}>
      <caption className="vh">{MEMORY.historyCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.date}</th>
          <th scope="col">{columns.answers}</th>
          <th scope="col">{columns.result}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ fit, date, isInForce }) => (
          <tr key={fit.id}>
            <th scope="row" className="nb">
              {date}
            </th>
            <td>{number(fit.ratings)}</td>
            <td>
              {isInForce ? <strong>{MEMORY.inForce}</strong> : resultWords(fit)}
              {fit.verdict === 'better' && !isInForce ? (
                <Take isAgain={fit.adoptedAt !== null} date={date} onTake={() => onUse(fit)} />
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface TakeProps {
  readonly isAgain: boolean
  readonly date: string
  readonly onTake: () => void
}

function Take({ isAgain, date, onTake }: TakeProps) {
  const word = isAgain ? MEMORY.takeAgain : MEMORY.use
  return (
    <span className={styles['act']}>
      <Button look="word" aria-label={`${word}: ${date}`} onClick={onTake}>
        {word}
      </Button>
    </span>
  )
}
