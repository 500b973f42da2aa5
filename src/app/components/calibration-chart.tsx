import type { CalibrationBin } from '../../core/stats/calibration.ts'
import { number } from '../words/plural.ts'
import { percent } from '../words/progress.ts'
import { spanWords } from '../words/prediction.ts'
import { READINESS } from '../words/readiness.ts'
import styles from './calibration-chart.module.css'
import fold from './part-table.module.css'
import { WideTable } from './wide-table.tsx'
import { PlotCalibration } from './plot-calibration.tsx'

interface CalibrationChartProps {
  readonly bins: readonly CalibrationBin[]
  /** Says in a sentence or two what the picture shows. */
  readonly label: string
}

/** Expected against actual recall, with intervals; on the dotted line predictions are right. */
export function CalibrationChart({ bins, label }: CalibrationChartProps) {
  return (
    <>
      <div className={styles['plot']}>
        <PlotCalibration points={bins} label={label} />
      </div>
      <p className={`${styles['key']} small`}>{READINESS.predictedKey}</p>
      <details className={fold['fold']}>
        <summary>{READINESS.asTable}</summary>
        <Table bins={bins} />
      </details>
    </>
  )
}

function Table({ bins }: { readonly bins: readonly CalibrationBin[] }) {
  const { expected, actual, interval, reviews } = READINESS.calibrationColumns
  return (
    <WideTable label={READINESS.figuresOf(READINESS.predicted)}>
      <table className={fold['table']}>
        <caption className="vh">{READINESS.predictedCaption}</caption>
        <thead>
          <tr>
            {[expected, actual, interval, reviews].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bins.map((bin) => (
            <tr key={bin.from}>
              <th scope="row">{spanWords(bin)}</th>
              <td>{percent(bin.actual)}</td>
              <td>
                {percent(bin.low)} to {percent(bin.high)}
              </td>
              <td>{number(bin.reviews)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
