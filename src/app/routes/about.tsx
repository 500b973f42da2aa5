import { Link, useLoaderData } from 'react-router'
import { PACKAGES } from 'virtual:cirrus/licences'
import { version } from '../../../package.json'
import type { ExamAudit } from '../../core/deck/audit.ts'
import type { App } from '../app.ts'
import { ExamSources } from '../components/exam-sources.tsx'
import { KeyList } from '../components/key-list.tsx'
import { LicenceList } from '../components/licence-list.tsx'
import { Columns, Page } from '../components/page.tsx'
import { Section } from '../components/section.tsx'
import type { Screen } from '../screen.ts'
import { ABOUT } from '../words/about.ts'
import styles from './about.module.css'

/** What Cirrus is, on what its cards rest, and where the data lives. */
export function aboutRoute(app: App): Screen {
  const loader = async () => ({ exams: app.exams, audits: await app.loadAudits() })
  return { loader, Component: AboutPage }
}

interface AboutView {
  readonly exams: App['exams']
  readonly audits: readonly ExamAudit[]
}

function AboutPage() {
  const { exams, audits } = useLoaderData<AboutView>()
  return (
    <Page title={ABOUT.screen} heading={ABOUT.heading} lead={ABOUT.lead}>
      <Columns side={<Side />}>
        <Section title={ABOUT.exams}>
          <p className={`${styles['text']} note`}>{ABOUT.examsNote}</p>
          <ExamSources exams={exams} audits={audits} />
          <p className={`${styles['text']} note`}>{ABOUT.mistake}</p>
        </Section>
        <Section title={ABOUT.data}>
          {ABOUT.dataText.map((text) => (
            <p key={text} className={`${styles['text']} note`}>
              {text}
            </p>
          ))}
          <p className={styles['links']}>
            <Link className={styles['link']} to="/privacy">
              {ABOUT.privacy}
            </Link>
            <Link className={styles['link']} to="/settings">
              {ABOUT.storage}
            </Link>
          </p>
        </Section>
        <Section title={ABOUT.how}>
          <p className={`${styles['text']} note`}>{ABOUT.howText}</p>
        </Section>
        <Section title={ABOUT.others}>
          <p className={`${styles['text']} note`}>{ABOUT.othersNote}</p>
          <LicenceList packages={PACKAGES} />
        </Section>
      </Columns>
    </Page>
  )
}

function Side() {
  return (
    <>
      <Section title={ABOUT.keys}>
        <KeyList />
      </Section>
      <Section title={ABOUT.licences}>
        <dl className={`${styles['licences']} note`}>
          {ABOUT.licenceText.map(([what, licence]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{licence}</dd>
            </div>
          ))}
          <div>
            <dt>{ABOUT.version}</dt>
            <dd className="num">{version}</dd>
          </div>
        </dl>
      </Section>
    </>
  )
}
