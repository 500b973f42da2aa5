import { useState } from 'react'
import { Link, useLoaderData, useSearchParams } from 'react-router'
import type { ShouldRevalidateFunctionArgs } from 'react-router'
import { suggestionFor } from '../../core/path/suggest.ts'
import type { Suggestion, Time } from '../../core/path/suggest.ts'
import type { App } from '../app.ts'
import { LinkButton } from '../components/link-button.tsx'
import { Page } from '../components/page.tsx'
import { PathPicture } from '../components/path-picture.tsx'
import { PathQuestions } from '../components/path-questions.tsx'
import { Section } from '../components/section.tsx'
import { loadPath } from '../path/load.ts'
import type { PathData } from '../path/load.ts'
import { QUESTIONS, situationOf } from '../path/situation.ts'
import type { Screen } from '../screen.ts'
import {
  PATH,
  reasonText,
  sharedSentence,
  suggestionSentence,
  timeSentence,
} from '../words/path.ts'
import type { Question } from '../words/path.ts'
import styles from './path.module.css'

/** Where to begin: a suggestion with its reasons, and both exams side by side. */
export function pathRoute(app: App): Screen {
  return { loader: () => loadPath(app), Component: PathPage, shouldRevalidate: isElsewhere }
}

/** The answers stand in the address and change nothing that is read. */
function isElsewhere({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  return currentUrl.search === nextUrl.search && defaultShouldRevalidate
}

const ASKED: readonly Question[] = ['role', 'from', 'time', 'likes']

function PathPage() {
  const data = useLoaderData<PathData>()
  const [search, setSearch] = useSearchParams()
  // Beside the address, which follows a moment later: an answer is on screen at once, and the next one builds on it.
  const [params, setParams] = useState(search)
  const situation = situationOf(params)
  const suggestion = suggestionFor(situation)
  const answer = (name: string, value: string) => {
    const next = new URLSearchParams(params)
    next.set(name, value)
    setParams(next)
    setSearch(next, { replace: true, preventScrollReset: true })
  }
  return (
    <Page title={PATH.title} heading={PATH.heading} lead={PATH.lead}>
      <Section title={PATH.questions}>
        <PathQuestions
          questions={ASKED.map((name) => ({
            name,
            legend: PATH.asked[name],
            answers: QUESTIONS[name].map((value) => ({ value, label: labelOf(name, value) })),
            value: situation[name],
          }))}
          onAnswer={answer}
        />
        <div aria-live="polite">
          {suggestion ? (
            <Suggested suggestion={suggestion} data={data} time={situation.time} />
          ) : null}
        </div>
      </Section>
      {data.exams.length > 1 ? (
        <Section title={PATH.roadmap} aside={sharedSentence(data.sharedTotal)}>
          <PathPicture exams={data.exams} shared={data.shared} sharedTotal={data.sharedTotal} />
          <p className={`${styles['order']} small`}>{PATH.key}</p>
          <p className={`${styles['order']} note`}>{PATH.orderText}</p>
          <ul className={styles['links']}>
            {data.exams.map(({ exam, title }) => (
              <li key={exam}>
                <Link to={`/progress/${exam}`}>
                  {exam} {title}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  )
}

function labelOf(name: Question, value: string): string {
  const labels: Readonly<Record<string, string>> = PATH.answers[name]
  return labels[value] ?? value
}

interface SuggestedProps {
  readonly suggestion: Suggestion
  readonly data: PathData
  readonly time: Time | undefined
}

function Suggested({ suggestion, data, time }: SuggestedProps) {
  const { chosen, offered, bridgeCards } = data
  const first = suggestion.exams.slice(0, suggestion.together)
  const isChosen = first.every((exam) => chosen.includes(exam))
  const wanted = first.filter((exam) => offered.includes(exam))
  const takes = time ? timeSentence(time, first[0] ?? '', unseenOf(data, first[0])) : null
  const isBridged = suggestion.bridge && bridgeCards > 0 && chosen.includes('AZ-104')
  return (
    <div className={styles['suggestion']}>
      <h3 className={styles['sentence']}>{suggestionSentence(suggestion)}</h3>
      <ul className={styles['reasons']}>
        {suggestion.reasons.map((reason) => (
          <li key={reason} className="note">
            {reasonText(reason)}
          </li>
        ))}
        {takes === null ? null : <li className="note">{takes}</li>}
      </ul>
      <p className={styles['actions']}>
        {isChosen ? (
          <LinkButton to={`/study?exam=${first[0] ?? ''}`}>{PATH.study(first[0] ?? '')}</LinkButton>
        ) : (
          <LinkButton to={`/welcome?exams=${wanted.join(',')}`}>{PATH.begin(wanted)}</LinkButton>
        )}
        {isBridged ? (
          <LinkButton look="plain" to="/study?exam=AZ-104&tag=bridge">
            {PATH.bridge(bridgeCards)}
          </LinkButton>
        ) : null}
        {isChosen ? (
          <LinkButton look="word" to="/plan">
            {PATH.plan}
          </LinkButton>
        ) : null}
      </p>
    </div>
  )
}

/** Cards of an exam that the picture shows: all, and those never seen; none of other exams. */
function unseenOf({ exams }: PathData, exam: string | undefined) {
  const domains = exams.find((each) => each.exam === exam)?.domains ?? []
  const cards = domains.reduce((sum, each) => sum + each.cards, 0)
  return { cards, unseen: cards - domains.reduce((sum, { seen }) => sum + seen, 0) }
}
