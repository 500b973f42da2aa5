import { useEffect, useEffectEvent, useState } from 'react'
import { Link, useRevalidator } from 'react-router'
import { fitInForce, fitWaiting } from '../../core/fit/fit-record.ts'
import type { FitRecord } from '../../core/fit/fit-record.ts'
import { studyDayOf } from '../../core/time.ts'
import type { StudyClock, StudyDayNumber } from '../../core/time.ts'
import { declineFit } from '../../db/fits.ts'
import type { DueChange } from '../../db/use-weights.ts'
import { useApp } from '../app.ts'
import { Button } from '../components/button.tsx'
import { FieldGroup } from '../components/field.tsx'
import { FitHistory } from '../components/fit-history.tsx'
import { FitTrial } from '../components/fit-trial.tsx'
import { Notice } from '../components/notice.tsx'
import { Columns, Page } from '../components/page.tsx'
import { SaveNote } from '../components/save-note.tsx'
import { Section } from '../components/section.tsx'
import { Segmented } from '../components/segmented.tsx'
import { Working } from '../components/working.tsx'
import { useChanges } from '../hooks/use-changes.ts'
import { useSetting } from '../hooks/use-setting.ts'
import { dayName } from '../words/dates.ts'
import { dueWords, foundWords, MEMORY, memoryLead } from '../words/memory.ts'
import { SETTINGS } from '../words/settings.ts'
import styles from './memory-page.module.css'
import { useJobs } from './use-jobs.ts'
import type { Jobs } from './use-jobs.ts'

export interface MemoryData {
  /** Parameters in force; null for the defaults. */
  readonly weights: readonly number[] | null
  readonly refit: boolean
  /** Latest first. */
  readonly fits: readonly FitRecord[]
  /** Answers so far. */
  readonly ratings: number
  readonly device: string
  readonly today: StudyDayNumber
  readonly clock: StudyClock
}

/** Parameters that the learner may take up, and what that would change. */
interface Offer {
  readonly weights: readonly number[] | null
  readonly fitId: string | null
  /** Null until it is worked out. */
  readonly due: DueChange | null
}

/** What was found out about the learner's memory, in plain words, and what to do with it. */
export function MemoryPage({ data }: { readonly data: MemoryData }) {
  const { fits, weights, ratings, today } = data
  const { revalidate } = useRevalidator()
  useChanges(() => void revalidate())
  const work = useFits(data)
  const inForce = fitInForce(fits, weights)
  const dateOf = (fit: FitRecord) => dayName(studyDayOf(fit.at, data.clock), today)
  const latest = fits[0]
  return (
    <Page
      title={MEMORY.screen}
      heading={weights ? MEMORY.headings.own : MEMORY.headings.default}
      lead={memoryLead({ inForce, ratings }, inForce && dateOf(inForce))}
    >
      <p className={styles['back']}>
        <Link to="/settings">{SETTINGS.screen}</Link>
      </p>
      <Columns side={<How />}>
        <Found work={work} />
        {latest && latest.trial ? <FitTrial trial={latest.trial} /> : null}
        <Section title={MEMORY.history}>
          {fits.length === 0 ? (
            <p className={`${styles['text']} note`}>{MEMORY.noHistory}</p>
          ) : null}
          <FitHistory
            rows={fits.map((fit) => ({ fit, date: dateOf(fit), isInForce: fit === inForce }))}
            onUse={(fit) => work.offer(fit.weights, fit.id)}
          />
          {weights ? (
            <p className={styles['ways']}>
              {inForce && inForce.adoptedAt !== null && inForce.replaced ? (
                <Button look="word" onClick={() => work.offer(inForce.replaced, inForce.id)}>
                  {MEMORY.goBack}
                </Button>
              ) : null}
              <Button look="word" onClick={() => work.offer(null, inForce?.id ?? null)}>
                {MEMORY.toDefaults}
              </Button>
            </p>
          ) : null}
        </Section>
        <Weekly refit={data.refit} />
      </Columns>
    </Page>
  )
}

interface Fits {
  readonly jobs: Jobs
  /** The latest result of this visit, or one that waits for the learner's word. */
  readonly found: FitRecord | null
  readonly offered: Offer | null
  readonly measure: () => void
  readonly offer: (weights: readonly number[] | null, fitId: string | null) => void
  readonly take: () => void
  /** Says no to what is offered. */
  readonly leave: () => void
  /** Gives up what is under way. */
  readonly close: () => void
}

/** Measuring, asking what a change would bring, and making it: one after the other. */
function useFits({ fits, weights, device, today }: MemoryData): Fits {
  const app = useApp()
  const jobs = useJobs()
  const { revalidate } = useRevalidator()
  // A fit of the end of a session may wait for the learner's word.
  const [found, setFound] = useState<FitRecord | null>(() => fitWaiting(fits, weights))
  const [offered, setOffered] = useState<Offer | null>(null)

  const offer = (next: readonly number[] | null, fitId: string | null) => {
    setOffered({ weights: next, fitId, due: null })
    jobs.begin({ kind: 'due', weights: next, today }, (due) =>
      setOffered({ weights: next, fitId, due }),
    )
  }
  const show = (fit: FitRecord) => {
    setFound(fit)
    if (fit.verdict === 'better') offer(fit.weights, fit.id)
  }
  const workOut = useEffectEvent(() => {
    if (!found || found.verdict !== 'better') return
    const waiting = { weights: found.weights, fitId: found.id }
    jobs.begin({ kind: 'due', weights: found.weights, today }, (due) =>
      setOffered({ ...waiting, due }),
    )
  })
  useEffect(() => workOut(), [])
  const close = () => {
    jobs.giveUp()
    setFound(null)
    setOffered(null)
  }
  return {
    jobs,
    found,
    offered,
    offer: (next, fitId) => {
      setFound(null)
      offer(next, fitId)
    },
    measure: () => {
      close()
      jobs.begin({ kind: 'fit', id: app.newId(), now: app.now(), device }, (fit) => {
        void revalidate()
        show(fit)
      })
    },
    take: () => {
      if (!offered) return
      const change = { weights: offered.weights, fitId: offered.fitId, now: app.now(), device }
      jobs.begin({ kind: 'use', ...change }, () => {
        close()
        void revalidate()
      })
    },
    leave: () => {
      close()
      if (found?.verdict === 'better' && found.adoptedAt === null) {
        void declineFit(app.db, found.id, app.now()).then(revalidate, () => null)
      }
    },
    close,
  }
}

/** The way to a measurement, its course, and what came of it. */
function Found({ work }: { readonly work: Fits }) {
  const { jobs, found, offered } = work
  const { underWay, problem } = jobs
  return (
    <div className={styles['found']}>
      {problem === null ? null : <Notice kind="error">{problem}</Notice>}
      <output className={styles['words']}>
        {found ? <span>{foundWords(found)}</span> : null}
        {offered?.due ? <span>{dueWords(offered.due)}</span> : null}
      </output>
      {underWay ? (
        <Working
          label={MEMORY.working[underWay.kind]}
          share={underWay.share}
          onCancel={work.close}
        />
      ) : offered?.due ? (
        <p className={styles['ways']}>
          <Button onClick={work.take}>{MEMORY.use}</Button>
          <Button look="word" onClick={work.leave}>
            {MEMORY.leave}
          </Button>
        </p>
      ) : (
        <Button onClick={work.measure}>{MEMORY.fitNow}</Button>
      )}
    </div>
  )
}

/** The switch for measuring once a week. */
function Weekly({ refit }: { readonly refit: boolean }) {
  const { title, label, hint, on, off } = MEMORY.weekly
  const { value, set, state, problem } = useSetting('refit', refit)
  return (
    <Section title={title}>
      <FieldGroup label={label} hint={hint} state={<SaveNote state={state} />}>
        <Segmented
          options={[
            { value: 'off', label: off },
            { value: 'on', label: on },
          ]}
          value={value ? 'on' : 'off'}
          onChange={(next) => set(next === 'on')}
        />
      </FieldGroup>
      {problem === null ? null : <Notice kind="error">{problem}</Notice>}
    </Section>
  )
}

function How() {
  return (
    <Section title={MEMORY.how}>
      {MEMORY.howText.map((text) => (
        <p key={text} className={`${styles['text']} note`}>
          {text}
        </p>
      ))}
      <p className={styles['back']}>
        <Link to="/readiness">{MEMORY.readiness}</Link>
      </p>
    </Section>
  )
}
