import type { Trial } from '../../core/fit/check-fit.ts'
import { loss, MEMORY, points } from '../words/memory.ts'
import { plural } from '../words/plural.ts'
import styles from './fit-table.module.css'
import { Section } from './section.tsx'

/** How the defaults and fitted parameters predicted the same reviews. */
export function FitTrial({ trial }: { readonly trial: Trial }) {
  const { columns } = MEMORY
  const rows = [
    { name: MEMORY.defaults, loss: trial.defaultLoss, off: trial.defaultOff },
    { name: MEMORY.fitted, loss: trial.fittedLoss, off: trial.fittedOff },
  ]
  return (
    <Section title={MEMORY.compared} aside={plural(trial.reviews, 'review')}>
      <table className={styles['table']}>
        <caption className="vh">{MEMORY.comparedCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.parameters}</th>
            <th scope="col">{columns.off}</th>
            <th scope="col">{columns.loss}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              <td className="nb">{points(row.off)} points</td>
              <td>{loss(row.loss)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={`${styles['hint']} small`}>{MEMORY.lossHint}</p>
    </Section>
  )
}
