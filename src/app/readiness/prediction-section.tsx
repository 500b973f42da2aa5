import { useEffect, useEffectEvent, useState } from 'react'
import { CalibrationChart } from '../components/calibration-chart.tsx'
import { Notice } from '../components/notice.tsx'
import { Section } from '../components/section.tsx'
import { Working } from '../components/working.tsx'
import { useJobs } from '../memory/use-jobs.ts'
import type { PredictionReport } from '../memory/work.ts'
import { MEMORY } from '../words/memory.ts'
import { calibrationWords, FEW_REVIEWS, lossWords, tooFewReviews } from '../words/prediction.ts'
import { READINESS } from '../words/readiness.ts'
import styles from './readiness-page.module.css'

/** Predictions of recall against what came, over the whole log: worked out after the page is shown. */
export function PredictionSection() {
  const jobs = useJobs()
  const [report, setReport] = useState<PredictionReport | null>(null)
  const begin = useEffectEvent(() => jobs.begin({ kind: 'calibrate' }, setReport))
  useEffect(() => begin(), [])
  return (
    <Section title={READINESS.predicted}>
      {jobs.problem === null ? null : <Notice kind="error">{jobs.problem}</Notice>}
      {jobs.underWay ? (
        <Working label={MEMORY.working.calibrate} share={jobs.underWay.share} />
      ) : null}
      {report ? <Report report={report} /> : null}
    </Section>
  )
}

function Report({ report: { calibration, loss, averageLoss } }: { report: PredictionReport }) {
  if (calibration.reviews < FEW_REVIEWS) {
    return <p className={`${styles['text']} note`}>{tooFewReviews(calibration.reviews)}</p>
  }
  const words = calibrationWords(calibration)
  return (
    <>
      <p className={`${styles['text']} note`}>
        {words} {lossWords(loss, averageLoss)}
      </p>
      <CalibrationChart bins={calibration.bins} label={words} />
    </>
  )
}
