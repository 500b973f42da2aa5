import { Link } from 'react-router'
import { PROGRESS, firmness, recallLabel } from '../words/progress.ts'
import styles from './part-basis.module.css'
import { RecallDots, floorOf } from './recall-dots.tsx'
import { Section } from './section.tsx'

/** A skill of another exam that a skill stands on. */
export interface BasisSkill {
  readonly id: string
  /** The exam that it belongs to. */
  readonly exam: string
  readonly title: string
  readonly cards: number
  readonly seen: number
  /** Mean expected recall now of the cards seen, 0 to 1; null while none is. */
  readonly recall: number | null
  /** Days of stability in the middle of the cards seen; null while none is. */
  readonly stability: number | null
  readonly to: string
}

interface PartBasisProps {
  readonly skills: readonly BasisSkill[]
  /** Wanted recall at the due moment, 0 to 1. */
  readonly wanted: number
}

/** What a skill stands on, and how firm that is. */
export function PartBasis({ skills, wanted }: PartBasisProps) {
  const floor = floorOf(skills.map(({ recall }) => recall))
  return (
    <Section title={PROGRESS.basisOf(skills[0]?.exam ?? '')}>
      <ul className={styles['list']}>
        {skills.map(({ id, title, cards, seen, recall, stability, to }) => (
          <li key={id}>
            <Link to={to}>{title}</Link>
            <span className="small num">{firmness({ cards, seen }, stability)}</span>
            {recall === null ? (
              <span className="small">{PROGRESS.notSeen}</span>
            ) : (
              <RecallDots
                recall={recall}
                wanted={wanted}
                floor={floor}
                label={recallLabel(recall, seen)}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
