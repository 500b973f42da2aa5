import { Link } from 'react-router'
import { PROGRESS, percent } from '../words/progress.ts'
import styles from './part-cards.module.css'

/** A card as a list shows it. */
export interface CardRow {
  readonly cardId: string
  readonly title: string
  /** "Single choice". */
  readonly type: string
  /** "marked for another check", "suspended": in the order to be shown. */
  readonly signs: readonly string[]
  readonly phase: 'new' | 'learning' | 'review'
  /** Expected recall now, 0 to 1; null for a new card. */
  readonly recall: number | null
  /** "in 12 days"; null for a new card. */
  readonly due: string | null
  readonly to: string
}

interface PartCardsProps {
  readonly caption: string
  readonly cards: readonly CardRow[]
}

/** The cards of a skill, each a link to its details. */
export function PartCards({ caption, cards }: PartCardsProps) {
  return (
    <table className={styles['table']}>
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{PROGRESS.columns.card}</th>
          <th scope="col">{PROGRESS.columns.state}</th>
          <th scope="col">{PROGRESS.columns.dueWhen}</th>
        </tr>
      </thead>
      <tbody>
        {cards.map((card) => (
          <tr key={card.cardId}>
            <th scope="row">
              <Link to={card.to}>{card.title}</Link>
              <span className={`${styles['about']} small`}>
                {[card.type, ...card.signs].join(' · ')}
              </span>
            </th>
            <td>{stateOf(card)}</td>
            <td>{card.due ?? <NotDue />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function NotDue() {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="vh">{PROGRESS.notDue}</span>
    </>
  )
}

function stateOf({ phase, recall }: CardRow): string {
  if (phase === 'new' || recall === null) return PROGRESS.cardState.new
  return phase === 'learning' ? PROGRESS.cardState.learning : PROGRESS.recall(percent(recall))
}
