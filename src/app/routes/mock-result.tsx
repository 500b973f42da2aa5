import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { redirect, useLoaderData, useNavigate } from 'react-router'
import type { LoaderFunctionArgs } from 'react-router'
import { MINUTE_MS } from '../../core/time.ts'
import { RAISED_DAYS } from '../../core/mock/misses.ts'
import { standing } from '../../core/mock/result.ts'
import type { Result } from '../../core/mock/result.ts'
import type { Run } from '../../core/mock/run.ts'
import { useApp } from '../app.ts'
import type { App } from '../app.ts'
import { Button } from '../components/button.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { MockBar } from '../components/mock-bar.tsx'
import { MockDomains } from '../components/mock-domains.tsx'
import { MockLines } from '../components/mock-lines.tsx'
import { Columns, Page } from '../components/page.tsx'
import { Section } from '../components/section.tsx'
import { Segmented } from '../components/segmented.tsx'
import { repeatRun } from '../mock/begin.ts'
import { loadResult } from '../mock/load-result.ts'
import type { ResultLine, ResultView } from '../mock/load-result.ts'
import type { Screen } from '../screen.ts'
import { durationWords } from '../words/card.ts'
import { MOCK, OFFICIAL, RESULT, RUN } from '../words/mock.ts'
import styles from './mock-result.module.css'

/** What came of a mock exam. */
export function mockResultRoute(app: App): Screen {
  return {
    loader: async ({ params }: LoaderFunctionArgs) => {
      const view = await loadResult(app, params['run'] ?? '')
      return view === 'open' ? redirect('/mock/run') : view
    },
    Component: MockResultPage,
  }
}

function MockResultPage() {
  const { run, result, lines, raised, when } = useLoaderData<ResultView>()
  const areAllOpen = usePrinting()
  return (
    <div data-exam={run.begun.exam.toLowerCase()}>
      <Page title={RESULT.screen} heading={RESULT.heading(result.score)} lead={leadOf(run, when)}>
        <Columns side={<Side run={run} result={result} raised={raised} />}>
          <Standing run={run} result={result} />
          <Section title={RESULT.domains}>
            <MockDomains domains={result.domains} />
          </Section>
          <SureAndWrong result={result} lines={lines} areOpen={areAllOpen} />
          <Questions lines={lines} result={result} isPrinting={areAllOpen} />
        </Columns>
      </Page>
    </div>
  )
}

/** True while the page is printed: everything is open then. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true))
    const after = () => setPrinting(false)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return isPrinting
}

function leadOf({ begun, submitted }: Run, when: string): string {
  const { exam, length, mode, only } = begun
  const what = `${MOCK.kinds(exam, length, mode, only ? MOCK.weak : null)}, ${when}`
  return submitted?.how === 'time' ? `${what}. ${RESULT.byTime}` : `${what}.`
}

/** The score against the bar, and how little that says. */
function Standing({ run, result }: { readonly run: Run; readonly result: Result }) {
  const { score } = result
  const { mode, only, questions, exam } = run.begun
  const repeats = questions.filter(({ isRepeat }) => isRepeat).length
  const isAllRepeat = repeats === questions.length
  const reason = only ? 'weak' : mode === 'practice' ? 'practice' : isAllRepeat ? 'repeat' : null
  return (
    <>
      <div className={styles['score']}>
        <MockBar score={score} name={exam} ends />
      </div>
      <p className={`${styles['text']} note`}>
        {RESULT.interval(score)} {RESULT.standing[standing(score)]}
      </p>
      <p className={`${styles['text']} note`}>
        {RESULT.scale}{' '}
        <a href={OFFICIAL.scoring} target="_blank" rel="noopener noreferrer">
          {MOCK.official}
        </a>
      </p>
      {reason === null ? null : (
        <p className={`${styles['text']} note`}>
          {RESULT.noMeasure} {RESULT.noMeasureOf[reason]}
        </p>
      )}
      {repeats > 0 && !isAllRepeat ? (
        <p className={`${styles['text']} note`}>{RESULT.someRepeats(repeats)}</p>
      ) : null}
    </>
  )
}

interface SureProps {
  readonly result: Result
  readonly lines: readonly ResultLine[]
  readonly areOpen: boolean
}

function SureAndWrong({ result, lines, areOpen }: SureProps) {
  const isUsed = result.trust.some(({ questions }) => questions > 0)
  const wrong = new Set(result.sureAndWrong)
  return (
    <Section title={RESULT.sureAndWrong}>
      {wrong.size > 0 ? (
        <p className={`${styles['text']} note`}>{RESULT.sureAndWrongLead}</p>
      ) : null}
      <MockLines
        lines={lines.filter(({ q }) => wrong.has(q))}
        areOpen={areOpen}
        none={isUsed ? RESULT.sureAndWrongNone : RESULT.sureUnused}
      />
    </Section>
  )
}

type Filter = keyof typeof RESULT.filters

interface QuestionsProps {
  readonly lines: readonly ResultLine[]
  readonly result: Result
  readonly isPrinting: boolean
}

function Questions({ lines, result, isPrinting }: QuestionsProps) {
  const [filter, setFilter] = useState<Filter>('all')
  const [areOpen, setOpen] = useState(false)
  const missed = new Set([...result.sureAndWrong, ...result.missed])
  const shown = lines.filter(
    ({ q, asked }) => filter === 'all' || (filter === 'missed' ? missed.has(q) : asked.isFlagged),
  )
  return (
    <Section title={RESULT.questions}>
      <div className={styles['tools']}>
        <Segmented<Filter>
          options={(['all', 'missed', 'flagged'] as const).map((value) => ({
            value,
            label: RESULT.filters[value],
          }))}
          value={filter}
          onChange={setFilter}
        />
        <Button look="word" onClick={() => setOpen(!areOpen)}>
          {areOpen ? RESULT.closeAll : RESULT.openAll}
        </Button>
        <Button look="word" onClick={() => window.print()}>
          {RESULT.print}
        </Button>
      </div>
      <MockLines lines={shown} areOpen={areOpen || isPrinting} none={RESULT.none} />
    </Section>
  )
}

interface SideProps {
  readonly run: Run
  readonly result: Result
  readonly raised: number | null
}

function Side({ run, result, raised }: SideProps) {
  const { helped, hurt, neither } = result.changes
  const { minutes, questions } = run.begun
  const trust = result.trust.filter((each) => each.questions > 0)
  const figures = [
    [RESULT.time, RESULT.timeOf(durationWords(result.medianMs))],
    ...(minutes === null
      ? []
      : [['', RESULT.pace(durationWords((minutes * MINUTE_MS) / questions.length))]]),
    [RESULT.unanswered, String(result.unanswered)],
    [RESULT.changes, RESULT.changesOf(helped, hurt, neither)],
    ...trust.map((each, index) => [
      index === 0 ? RESULT.trust : '',
      RESULT.trustOf(RUN.trust[each.trust], each.right, each.questions),
    ]),
  ]
  return (
    <>
      <Section title={RESULT.figures}>
        <dl className={`${styles['figures']} note num`}>
          {figures.map(([name, value]) => (
            <div key={`${name} ${value}`}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={RESULT.next}>
        <p className={`${styles['text']} note`}>
          {raised === null ? RESULT.nextOver : RESULT.nextLead(raised, RAISED_DAYS)}
        </p>
        {raised === null || raised === 0 ? null : (
          <p className={styles['tools']}>
            <LinkButton compact look="plain" to={`/study?exam=${run.begun.exam}`}>
              {RESULT.study}
            </LinkButton>
          </p>
        )}
      </Section>
      <Again run={run} />
    </>
  )
}

function Again({ run }: { readonly run: Run }) {
  const app = useApp()
  const navigate = useNavigate()
  const again = async () => {
    if ((await repeatRun(app, run.begun)) !== null) await navigate('/mock/run')
  }
  return (
    <div className={styles['again']}>
      <Section title={MOCK.screen}>
        <p className={styles['tools']}>
          <Button look="plain" compact onClick={() => void again()}>
            {RESULT.again}
          </Button>
        </p>
        <p className="small">{RESULT.againHint}</p>
        <p className={styles['links']}>
          <LinkButton look="word" to="/mock">
            {RESULT.toMocks}
          </LinkButton>
        </p>
      </Section>
    </div>
  )
}
