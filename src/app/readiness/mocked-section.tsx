import { FEW_MOCKS } from '../../core/readiness/reliability.ts'
import type { MockOutcome } from '../../core/readiness/reliability.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import calibration from '../components/calibration-chart.module.css'
import { PlotCalibration } from '../components/plot-calibration.tsx'
import { PlotTable } from '../components/plot-table.tsx'
import { Section } from '../components/section.tsx'
import { dayName } from '../words/dates.ts'
import { number } from '../words/plural.ts'
import { MOCKED, mockedWords } from '../words/prediction.ts'
import { percent } from '../words/progress.ts'
import { bandWords } from '../words/readiness.ts'
import styles from './readiness-page.module.css'

interface MockedSectionProps {
  readonly outcomes: readonly MockOutcome[]
  readonly today: StudyDayNumber
}

/** How mock exams went beside what had been forecast; nothing while there are too few. */
export function MockedSection({ outcomes, today }: MockedSectionProps) {
  if (outcomes.length < FEW_MOCKS) return null
  const words = mockedWords(outcomes)
  return (
    <Section title={MOCKED.title}>
      <p className={`${styles['text']} note`}>{words}</p>
      <div className={calibration['plot']}>
        <PlotCalibration
          points={outcomes}
          names={[MOCKED.expected, MOCKED.actual]}
          label={`${MOCKED.title}: ${words}`}
        />
      </div>
      <p className={`${calibration['key']} small`}>{MOCKED.key}</p>
      <PlotTable
        caption={MOCKED.title}
        columns={MOCKED.columns}
        rows={outcomes.map(({ day, made, of, band, actual, questions }) => [
          dayName(day, today),
          dayName(made, today),
          of === 'points' ? bandWords(band) : `${bandWords(band)}, ${MOCKED.fromRecall}`,
          percent(actual),
          number(questions),
        ])}
      />
    </Section>
  )
}
