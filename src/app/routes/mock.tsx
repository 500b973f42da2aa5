import { useState } from 'react'
import { useLoaderData, useNavigate, useRevalidator, useSearchParams } from 'react-router'
import { faultOf } from '../../db/faults.ts'
import { timeLeft } from '../../core/mock/run.ts'
import { useApp } from '../app.ts'
import type { App } from '../app.ts'
import { ActionBar } from '../components/action-bar.tsx'
import { Button } from '../components/button.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { MockChoiceForm } from '../components/mock-choice.tsx'
import { MockHistory } from '../components/mock-history.tsx'
import { Notice } from '../components/notice.tsx'
import { Columns, Page } from '../components/page.tsx'
import { Section } from '../components/section.tsx'
import { useChanges } from '../hooks/use-changes.ts'
import { useHotkeys } from '../hooks/use-hotkeys.ts'
import { useLater } from '../hooks/use-later.ts'
import { beginRun } from '../mock/begin.ts'
import type { MockChoice } from '../mock/begin.ts'
import { loadOffer } from '../mock/offer.ts'
import type { MockOffer } from '../mock/offer.ts'
import type { Screen } from '../screen.ts'
import { minutesLeftWords, MOCK, OFFICIAL } from '../words/mock.ts'
import styles from './mock.module.css'

/** Mock exams: one to begin or to go on with, and those before. `/mock`, `/mock?exam=AZ-305`. */
export function mockRoute(app: App): Screen {
  return { loader: () => loadOffer(app), Component: MockPage }
}

function MockPage() {
  const offer = useLoaderData<MockOffer>()
  const { revalidate } = useRevalidator()
  useChanges(() => void revalidate())
  const left = offer.open ? timeLeft(offer.open, offer.now) : null
  // A run whose time is over while this page is looked at has its result from then on.
  useLater(left ?? Number.POSITIVE_INFINITY, () => void revalidate())
  return (
    <Page title={MOCK.screen} heading={MOCK.heading} lead={MOCK.lead}>
      <Columns side={<Facts />}>
        {offer.open ? <GoOn open={offer.open} left={left} /> : <Begin offer={offer} />}
        <Section title={MOCK.history}>
          <MockHistory rows={offer.history} />
        </Section>
      </Columns>
    </Page>
  )
}

function GoOn({
  open,
  left,
}: {
  readonly open: NonNullable<MockOffer['open']>
  readonly left: number | null
}) {
  const navigate = useNavigate()
  const { exam } = open.begun
  const goOn = () => void navigate('/mock/run')
  useHotkeys({ Space: goOn, Enter: goOn })
  return (
    <>
      <div className={styles['note']}>
        <Notice>
          {left === null ? MOCK.underWay(exam) : MOCK.underWayLeft(exam, minutesLeftWords(left))}
        </Notice>
      </div>
      <ActionBar>
        <LinkButton to="/mock/run" aria-keyshortcuts="Space Enter">
          {MOCK.goOn}
        </LinkButton>
      </ActionBar>
    </>
  )
}

function Begin({ offer }: { readonly offer: MockOffer }) {
  const app = useApp()
  const navigate = useNavigate()
  const exams = offer.exams.filter(({ canBegin }) => canBegin)
  const [search] = useSearchParams()
  const [choice, setChoice] = useState(() => firstChoice(exams, search.get('exam')))
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const current = exams.find(({ exam }) => exam === choice.exam)
  const begin = async () => {
    if (isBusy) return
    setBusy(true)
    try {
      const run = await beginRun(app, choice)
      if (run === null) setProblem(MOCK.nothing)
      else await navigate('/mock/run')
    } catch (error) {
      setProblem(faultOf(error).message)
    } finally {
      setBusy(false)
    }
  }
  if (!current) return <NoExam hasExams={offer.exams.length > 0} />
  return (
    <>
      <div className={styles['form']} data-exam={choice.exam.toLowerCase()}>
        <MockChoiceForm
          exams={exams}
          current={current}
          choice={choice}
          onChange={(change) => setChoice({ ...choice, ...change })}
        />
      </div>
      <p className={`${styles['note']} small`}>{poolWords(current.left, current.kept)}</p>
      {problem === null ? null : (
        <div className={styles['note']}>
          <Notice kind="error">{problem}</Notice>
        </div>
      )}
      <ActionBar>
        <Button
          data-exam={choice.exam.toLowerCase()}
          aria-disabled={isBusy}
          onClick={() => void begin()}
        >
          {MOCK.begin}
        </Button>
      </ActionBar>
    </>
  )
}

function NoExam({ hasExams }: { readonly hasExams: boolean }) {
  return (
    <div className={styles['note']}>
      <Notice
        action={
          <LinkButton look="word" to="/settings">
            {MOCK.toSettings}
          </LinkButton>
        }
      >
        {hasExams ? MOCK.nothing : MOCK.noExam}
      </Notice>
    </div>
  )
}

function firstChoice(exams: MockOffer['exams'], wanted: string | null): MockChoice {
  const { exam = '' } = exams.find((each) => each.exam === wanted?.toUpperCase()) ?? exams[0] ?? {}
  return { exam, length: 'full', questions: 50, mode: 'exam', only: null }
}

function poolWords(left: number, kept: number): string {
  if (kept === 0) return MOCK.standIn
  return left === 0 ? MOCK.usedUp : MOCK.fresh(left, kept)
}

/** What is known of the real exam, and where Microsoft says it. */
function Facts() {
  return (
    <Section title={MOCK.facts}>
      <ul className={`${styles['facts']} note`}>
        {MOCK.factList.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <p className={`${styles['links']} small`}>
        <a href={OFFICIAL.scoring} target="_blank" rel="noopener noreferrer">
          {MOCK.official}
        </a>
        <a href={OFFICIAL.duration} target="_blank" rel="noopener noreferrer">
          {MOCK.duration}
        </a>
      </p>
    </Section>
  )
}
