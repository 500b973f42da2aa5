import { useState } from 'react'
import { timeLeft } from '../../core/mock/run.ts'
import type { Run } from '../../core/mock/run.ts'
import { MINUTE_MS } from '../../core/time.ts'
import { useApp } from '../app.ts'
import { useSecond } from '../hooks/use-second.ts'
import { clockWords, RUN } from '../words/mock.ts'
import styles from './clock.module.css'

/** Minutes before the end at which the clock says so, the last first. One as long as the run would say nothing. */
const WARNINGS = [5, 10] as const

/** The time that is left, worked out from instants each second: a reload or a sleeping laptop changes nothing. */
export function Clock({ run }: { readonly run: Run }) {
  const app = useApp()
  const [now, setNow] = useState(app.now)
  useSecond(() => setNow(app.now()))
  const left = timeLeft(run, now)
  if (left === null) return <p className="small">{RUN.noClock}</p>
  const whole = run.begun.minutes ?? 0
  const warning = WARNINGS.find((minutes) => minutes < whole && left <= minutes * MINUTE_MS)
  return (
    <div className={styles['clock']}>
      <span className={`${styles['name']} small`}>{RUN.timeLeft}</span>
      <span
        className={`${styles['time']} ${warning === undefined ? '' : styles['soon']}`}
        role="timer"
        aria-label={RUN.timeLeft}
      >
        {clockWords(left)}
      </span>
      {/* Said once: the words change at ten and at five minutes only. */}
      <output className={styles['warning']}>
        {warning === undefined ? '' : RUN.warning(warning)}
      </output>
    </div>
  )
}
