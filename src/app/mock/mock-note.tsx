import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { scoreOf } from '../../core/mock/result.ts'
import { timeLeft } from '../../core/mock/run.ts'
import { finishedRuns } from '../../db/mocks.ts'
import { useApp } from '../app.ts'
import type { App } from '../app.ts'
import { Section } from '../components/section.tsx'
import { useChanges } from '../hooks/use-changes.ts'
import { minutesLeftWords, MOCK, percent, range } from '../words/mock.ts'
import { settleOpenRun } from './resume.ts'
import styles from './mock-note.module.css'

/** On Today: the mock exam that is under way, or what the last one came to, and the way to the next. */
export function MockNote() {
  const app = useApp()
  const [state, setState] = useState<State | null>(null)
  const look = () => void stateOf(app).then(setState, () => null)
  useEffect(() => void stateOf(app).then(setState, () => null), [app])
  useChanges(look)
  if (!state) return null
  return (
    <Section title={MOCK.screen}>
      <p className={`${styles['note']} note`}>
        {state.words ? `${state.words} ` : null}
        <Link to={state.to}>{state.link}</Link>
      </p>
    </Section>
  )
}

interface State {
  readonly words: string | null
  readonly to: string
  readonly link: string
}

async function stateOf(app: App): Promise<State> {
  const open = await settleOpenRun(app)
  if (open) {
    const { exam } = open.begun
    const left = timeLeft(open, app.now())
    const words =
      left === null ? MOCK.underWay(exam) : MOCK.underWayLeft(exam, minutesLeftWords(left))
    return { words, to: '/mock/run', link: MOCK.goOn }
  }
  const [last] = await finishedRuns(app.db)
  if (!last) return { words: null, to: '/mock', link: MOCK.heading }
  const score = scoreOf(last.submitted.marks)
  const words = MOCK.last(last.begun.exam, percent(score.share), range(score))
  return { words, to: '/mock', link: MOCK.another }
}
