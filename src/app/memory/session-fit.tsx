import { useEffect, useEffectEvent, useState } from 'react'
import { Link } from 'react-router'
import type { FitRecord } from '../../core/fit/fit-record.ts'
import { FEWEST_RATINGS } from '../../core/fit/check-fit.ts'
import { DAY_MS } from '../../core/time.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import { deviceId } from '../../db/device.ts'
import { allFits, declineFit, logLength } from '../../db/fits.ts'
import type { DueChange } from '../../db/use-weights.ts'
import { loadStudySettings } from '../../db/study-settings.ts'
import { useApp } from '../app.ts'
import type { App } from '../app.ts'
import { Button } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { Working } from '../components/working.tsx'
import { dueWords, foundWords, MEMORY, SESSION_FIT } from '../words/memory.ts'
import styles from './session-fit.module.css'
import { useJobs } from './use-jobs.ts'

/** Days between two fits that nobody asked for. */
const REST_DAYS = 7

/**
 * At the end of a session: fits the learner's memory anew once a week, without a word as long as nothing
 * better is found. What is found is offered with what it changes; nothing happens unasked.
 */
export function SessionFit({ today }: { readonly today: StudyDayNumber }) {
  const app = useApp()
  const jobs = useJobs()
  const [found, setFound] = useState<FitRecord | null>(null)
  const [due, setDue] = useState<DueChange | null>(null)
  const [isDone, setDone] = useState(false)

  const begin = useEffectEvent(async (isOpen: () => boolean) => {
    const device = await deviceToFit(app).catch(() => null)
    if (device === null || !isOpen()) return
    jobs.begin({ kind: 'fit', id: app.newId(), now: app.now(), device }, (fit) => {
      if (fit.verdict !== 'better') return
      setFound(fit)
      jobs.begin({ kind: 'due', weights: fit.weights, today }, setDue)
    })
  })
  useEffect(() => {
    let isOpen = true
    void begin(() => isOpen)
    return () => {
      isOpen = false
    }
  }, [])

  if (isDone) return <Notice>{SESSION_FIT.done}</Notice>
  if (!found || !due) return null
  const { id, device, weights } = found
  const take = () =>
    jobs.begin({ kind: 'use', weights, fitId: id, now: app.now(), device }, () => {
      app.db.changes.echo({ kind: 'projected' })
      setDone(true)
    })
  const leave = () => {
    setFound(null)
    void declineFit(app.db, id, app.now()).catch(() => null)
  }
  return (
    <section className={styles['fit']} aria-label={SESSION_FIT.title}>
      <output className={`${styles['words']} note`}>
        {foundWords(found)} {dueWords(due)}
      </output>
      {jobs.problem === null ? null : <Notice kind="error">{jobs.problem}</Notice>}
      {jobs.underWay ? (
        <Working label={MEMORY.working[jobs.underWay.kind]} share={jobs.underWay.share} />
      ) : (
        <p className={styles['ways']}>
          <Button look="plain" compact onClick={take}>
            {MEMORY.use}
          </Button>
          <Button look="word" onClick={leave}>
            {MEMORY.leave}
          </Button>
          <Link to="/settings/memory">{SESSION_FIT.more}</Link>
        </p>
      )}
    </section>
  )
}

/** The device that a fit is due on; null where none is: switched off, too early, too few answers. */
async function deviceToFit(app: App): Promise<string | null> {
  const { refit } = await loadStudySettings(app.db)
  if (!refit || (await logLength(app.db)) < FEWEST_RATINGS) return null
  const [latest] = await allFits(app.db)
  if (latest && app.now() - latest.at < REST_DAYS * DAY_MS) return null
  return deviceId(app.db, app.newId)
}
