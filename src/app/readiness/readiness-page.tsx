import { Link, useRevalidator } from 'react-router'
import type { ExamId } from '../../core/note.ts'
import { DetailsFacts } from '../components/details-facts.tsx'
import { ExamSwitch } from '../components/exam-switch.tsx'
import { Columns, Page } from '../components/page.tsx'
import { ReadinessDomains } from '../components/readiness-domains.tsx'
import { ReadinessOverall } from '../components/readiness-overall.tsx'
import { Section } from '../components/section.tsx'
import { WaySwitch } from '../components/way-switch.tsx'
import { useChanges } from '../hooks/use-changes.ts'
import { studyAddress } from '../progress/part.ts'
import { dayName } from '../words/dates.ts'
import { examName } from '../words/exam.ts'
import {
  assumptionWords,
  evidenceFacts,
  LEAST,
  lackWords,
  narrowerWords,
  READINESS,
  readinessLead,
  readinessSentence,
  wideWords,
} from '../words/readiness.ts'
import type { Readiness } from './load-readiness.ts'
import { MockedSection } from './mocked-section.tsx'
import { PredictionSection } from './prediction-section.tsx'
import styles from './readiness-page.module.css'
import { EarlierSection, ResultSection } from './result-section.tsx'

export interface ReadinessData extends Readiness {
  readonly exams: readonly ExamId[]
}

/** A band for the exam and each of its domains, what it rests on, and how good such forecasts are. */
export function ReadinessPage({ data }: { readonly data: ReadinessData }) {
  const { exam, exams, forecast, evidence, today, forDay } = data
  const { revalidate } = useRevalidator()
  useChanges(() => void revalidate())
  const isToday = forDay === today
  const day = isToday ? null : dayName(forDay, today)
  return (
    <div className={styles['readiness']} data-exam={exam.toLowerCase()}>
      <div className={styles['switch']}>
        <ExamSwitch
          label={READINESS.exams}
          exams={exams}
          current={exam}
          hrefOf={(each) => `/readiness?exam=${each}`}
        />
      </div>
      <Page
        title={`${READINESS.screen} ${examName(exam)}`}
        heading={readinessSentence(exam, forecast.points, forecast.recall, day)}
        lead={readinessLead(evidence, forecast.points)}
      >
        <Days data={data} />
        <Columns side={<Side data={data} day={day} />}>
          <ReadinessOverall
            forecast={forecast}
            planned={
              data.planned && {
                band: data.planned.band,
                set: dayName(data.planned.set, today),
                to: `/plan/${exam}`,
              }
            }
          />
          <ReadinessDomains
            domains={forecast.domains}
            day={day}
            why={wideWords(forecast.domains, evidence, day)}
          />
          <Lacks data={data} />
          <Narrower data={data} />
          <PredictionSection />
          <MockedSection outcomes={data.mocked} today={today} />
          <EarlierSection earlier={data.earlier} today={today} />
          <ResultSection exam={exam} outcomes={data.outcomes} today={today} />
        </Columns>
      </Page>
    </div>
  )
}

/** Now, or the day of the exam. */
function Days({ data: { exam, when, examDay } }: { readonly data: ReadinessData }) {
  return (
    <>
      <WaySwitch
        label={READINESS.when}
        ways={[
          {
            to: `/readiness?exam=${exam}`,
            name: examDay === null ? READINESS.inAMonth : READINESS.forExam,
            isCurrent: when === 'exam',
          },
          {
            to: `/readiness?exam=${exam}&when=today`,
            name: READINESS.today,
            isCurrent: when === 'today',
          },
        ]}
      />
      {examDay === null && when === 'exam' ? (
        <p className={`${styles['ahead']} small`}>{READINESS.setDate}</p>
      ) : null}
    </>
  )
}

/** What points need still, with a way to it. */
function Lacks({ data: { exam, forecast } }: { readonly data: ReadinessData }) {
  const { lacks, domains } = forecast
  if (lacks.length === 0) return null
  const ofAll = Math.min(...lacks.map(({ mockAnswers }) => mockAnswers))
  // What all of them lack is said once.
  const isShared = lacks.length === domains.length && ofAll > 0
  const rest = lacks
    .map((lack) => (isShared ? { ...lack, mockAnswers: lack.mockAnswers - ofAll } : lack))
    .filter(({ mockAnswers, cards }) => mockAnswers > 0 || cards > 0)
  return (
    <Section title={READINESS.missing}>
      <p className={`${styles['text']} note`}>{LEAST}</p>
      <ul className={styles['lacks']}>
        {isShared ? (
          <li>
            <span>{READINESS.everyDomain}</span>
            <span className="small">{lackWords({ mockAnswers: ofAll, cards: 0 })}</span>
          </li>
        ) : null}
        {rest.map((lack) => (
          <li key={lack.id}>
            <span>{lack.title}</span>
            <span className="small">{lackWords(lack)}</span>
            {lack.cards > 0 ? (
              <Link to={studyAddress(exam, lack.id)} aria-label={READINESS.studyDomain(lack.title)}>
                {READINESS.study}
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
      {lacks.some(({ mockAnswers }) => mockAnswers > 0) ? (
        <p className={`${styles['text']} note`}>
          {READINESS.noMocks} <Link to={`/mock?exam=${exam}`}>{READINESS.toMocks}</Link>
        </p>
      ) : null}
    </Section>
  )
}

function Narrower({ data: { forecast, evidence } }: { readonly data: ReadinessData }) {
  if (!forecast.recall) return null
  return (
    <Section title={READINESS.narrower}>
      {forecast.narrower.length === 0 ? (
        <p className={`${styles['text']} note`}>{READINESS.enough}</p>
      ) : (
        <Lines lines={forecast.narrower.map(narrowerWords)} />
      )}
      {evidence.isFitted ? null : (
        <p className={styles['link']}>
          <Link to="/settings/memory">{READINESS.memory}</Link>
        </p>
      )}
    </Section>
  )
}

interface SideProps {
  readonly data: ReadinessData
  readonly day: string | null
}

function Side({ data: { evidence, forDay, today }, day }: SideProps) {
  const isToday = forDay === today
  const named = day ?? READINESS.thisDay
  return (
    <>
      <Section title={READINESS.rests}>
        <DetailsFacts facts={evidenceFacts(evidence, named)} />
      </Section>
      <Section title={READINESS.canKnow}>
        <Lines lines={READINESS.canKnowText} />
      </Section>
      <Section title={READINESS.cannotKnow}>
        <Lines lines={READINESS.cannotKnowText} />
      </Section>
      <Section title={READINESS.assumptions}>
        <Lines lines={assumptionWords(evidence, named, isToday)} />
      </Section>
    </>
  )
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className={`${styles['lines']} note`}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
