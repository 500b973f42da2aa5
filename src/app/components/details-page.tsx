import type { ReactNode } from 'react'
import type { CardView } from '../details/card-view.ts'
import { HISTORY } from '../words/card-acts.ts'
import { CARD } from '../words/card.ts'
import { documentTitle } from '../words/frame.ts'
import { plural } from '../words/plural.ts'
import { ChoiceCounts } from './choice-counts.tsx'
import { CardFace } from './card-face.tsx'
import { DetailsAbout } from './details-about.tsx'
import { DetailsMemory } from './details-memory.tsx'
import styles from './details-page.module.css'
import { DetailsPlace } from './details-place.tsx'
import { DetailsReport } from './details-report.tsx'
import { HistoryTable } from './history-table.tsx'
import { Columns } from './page.tsx'
import { Section } from './section.tsx'

interface DetailsPageProps {
  readonly view: CardView
  /** What can be done with the card, and what came of it. */
  readonly actions: ReactNode
}

/** Everything about one card: what it asks, how well it is known, what was done with it. */
export function DetailsPage({ view, actions }: DetailsPageProps) {
  const { title, place, note, key, hasFace, notices, memory, history } = view
  return (
    <div className={`${styles['page']} enter`}>
      <title>{documentTitle(`${CARD.title}: ${title}`)}</title>
      {place ? <DetailsPlace place={place} /> : null}
      <Columns side={<Side view={view} actions={actions} />}>
        {hasFace ? (
          <CardFace note={note} cardKey={key} heading="h1" />
        ) : (
          <h1 className={styles['title']} tabIndex={-1}>
            {title}
          </h1>
        )}
        {notices.length > 0 ? (
          <ul className={styles['notices']}>
            {notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        ) : null}
        <DetailsMemory memory={memory} />
        <Section
          title={CARD.history}
          aside={history.length > 0 ? plural(history.length, 'entry', 'entries') : null}
        >
          {history.length > 0 ? (
            <HistoryTable lines={history} />
          ) : (
            <p className={`${styles['empty']} note`}>{CARD.historyEmpty}</p>
          )}
        </Section>
        {view.chosen.length > 0 ? (
          <Section title={HISTORY.chosen}>
            <ChoiceCounts options={view.chosen} />
          </Section>
        ) : null}
      </Columns>
    </div>
  )
}

function Side({ view, actions }: DetailsPageProps) {
  return (
    <>
      <Section title={CARD.actions}>{actions}</Section>
      <DetailsAbout view={view} />
      <Section title={CARD.report}>
        <DetailsReport text={view.report} />
      </Section>
    </>
  )
}
