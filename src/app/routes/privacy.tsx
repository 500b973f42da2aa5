import { EraseEverything } from '../privacy/erase-everything.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Columns, Page } from '../components/page.tsx'
import { Section } from '../components/section.tsx'
import type { Screen } from '../screen.ts'
import { PRIVACY } from '../words/privacy.ts'
import part from '../components/part.module.css'
import styles from './privacy.module.css'

/** What is stored where, what leaves the device, and how to take it out or away. */
export function privacyRoute(): Screen {
  return { Component: PrivacyPage }
}

function PrivacyPage() {
  return (
    <Page title={PRIVACY.screen} heading={PRIVACY.heading} lead={PRIVACY.lead}>
      <Columns
        side={
          <>
            <Section title={PRIVACY.out}>
              <p className={`${part['text']} note`}>{PRIVACY.outNote}</p>
              <div className={part['acts']}>
                <LinkButton look="plain" compact to="/backup">
                  {PRIVACY.backup}
                </LinkButton>
              </div>
            </Section>
            <EraseEverything />
          </>
        }
      >
        <Section title={PRIVACY.where}>
          <dl className={`${styles['places']} note`}>
            {PRIVACY.places.map(([place, what]) => (
              <div key={place}>
                <dt>{place}</dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </Section>
        <Section title={PRIVACY.leaves}>
          {PRIVACY.leavesText.map((text) => (
            <p key={text} className={`${part['text']} note`}>
              {text}
            </p>
          ))}
        </Section>
      </Columns>
    </Page>
  )
}
