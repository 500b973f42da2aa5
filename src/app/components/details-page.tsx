import type { ReactNode } from 'react'
import type { CardView } from '../details/card-view.ts'
import { HISTORY } from '../words/card-acts.ts'
import { CARD } from '../words/card.ts'
import { EDIT } from '../words/editor.ts'
import { documentTitle } from '../words/frame.ts'
import { plural } from '../words/plural.ts'
import { ChangedFact } from './changed-fact.tsx'
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
  /** The shipped note is to be looked at instead of the learner's edit of it. */
  readonly isOriginalShown: boolean
  /** Stands before the card: what is to be decided. */
  readonly above: ReactNode
  readonly view: CardView
  /** What can be done with the card, and what came of it. */
  readonly actions: ReactNode
}

/** Everything about one card: what it asks, how well it is known, what was done with it. */
export function DetailsPage(props: DetailsPageProps) {
  const { view, actions, above, isOriginalShown } = props
  const { title, place, key, hasFace, notices, memory, history, edit } = view
  const note = (isOriginalShown && edit.original) || view.note
  return (
    <div className={`${styles['page']} enter`}>
      <title>{documentTitle(`${CARD.title}: ${title}`)}</title>
      {place ? <DetailsPlace place={place} /> : null}
      <Columns side={<Side view={view} actions={actions} />}>
        {above}
        {hasFace ? (
          <CardFace note={note} cardKey={key} heading="h1" />
        ) : (
          <h1 className={styles['title']} tabIndex={-1}>
            {title}
          </h1>
        )}
        {view.change ? <ChangedFact change={view.change} /> : null}
        {isOriginalShown && edit.original ? <p className="small">{EDIT.original}</p> : null}
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

function Side({ view, actions }: Pick<DetailsPageProps, 'view' | 'actions'>) {
  return (
    <>
      <Section title={CARD.actions}>{actions}</Section>
      <DetailsAbout view={view} />
      {view.report === null ? null : (
        <Section title={CARD.report}>
          <DetailsReport text={view.report} />
        </Section>
      )}
    </>
  )
}
