import { CARD } from '../words/card.ts'
import styles from './history-table.module.css'

/** One entry of a card's log, in words. */
export interface HistoryLine {
  readonly id: string
  readonly date: string
  /** "23:10". */
  readonly time: string
  /** "Got it", "Started anew". */
  readonly answer: string
  readonly tone: 'good' | 'again' | 'none'
  /** "wrong", "chosen: …", "taken back on 23 Nov". */
  readonly remarks: readonly string[]
  /** "5 s"; null for an entry that is no answer. */
  readonly duration: string | null
  /** `past` lies before a new start or was crammed: it stands, and counts for nothing. */
  readonly standing: 'counts' | 'past' | 'taken back'
}

/** The log of one card, newest first. What was taken back stays, struck through. */
export function HistoryTable({ lines }: { readonly lines: readonly HistoryLine[] }) {
  return (
    <table className={styles['table']}>
      <caption className="vh">{CARD.historyCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{CARD.columns.date}</th>
          <th scope="col">{CARD.columns.answer}</th>
          <th scope="col">{CARD.columns.time}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td className="nb">
              {line.date} <span className="small">{line.time}</span>
            </td>
            <td>
              <Answer line={line} />
              {line.remarks.map((remark) => (
                <span key={remark} className={`${styles['remark']} small`}>
                  {remark}
                </span>
              ))}
            </td>
            <td className="nb">{line.duration}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Answer({ line: { answer, tone, standing } }: { readonly line: HistoryLine }) {
  if (standing === 'taken back') return <del>{answer}</del>
  return <span className={styles[standing === 'past' ? 'past' : tone]}>{answer}</span>
}
