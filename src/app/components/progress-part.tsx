import type { ReactNode } from 'react'
import type { PartView } from '../progress/part-view.ts'
import { plural } from '../words/plural.ts'
import {
  PROGRESS,
  cardCount,
  chartKey,
  percent,
  recallLabel,
  spreadOf,
  studyable,
  timeOf,
} from '../words/progress.ts'
import { ActionBar } from './action-bar.tsx'
import { DetailsFacts } from './details-facts.tsx'
import { LinkButton } from './link-button.tsx'
import { Page } from './page.tsx'
import { PartBasis } from './part-basis.tsx'
import { PartCards } from './part-cards.tsx'
import { PartList } from './part-list.tsx'
import { PartTable } from './part-table.tsx'
import { ProgressTrail } from './progress-trail.tsx'
import styles from './progress-part.module.css'
import { RecallDots, floorOf } from './recall-dots.tsx'
import { Section } from './section.tsx'
import { WeakestSkills } from './weakest-skills.tsx'

interface ProgressPartProps {
  readonly view: PartView
  /** Wanted recall at the due moment, 0 to 1. */
  readonly wanted: number
  /** Time spent on each part in ms, by id; null until it is known. */
  readonly times: ReadonlyMap<string, number> | null
  readonly notice: ReactNode
}

/** How far the learner is with a domain, group or skill, and what is within it. */
export function ProgressPart({ view, wanted, times, notice }: ProgressPartProps) {
  const { title, name, sentence, crumbs, study, figures, unseen } = view
  return (
    <>
      <ProgressTrail crumbs={crumbs} />
      <Page
        title={title}
        heading={
          <>
            <span className={`${styles['name']} eyebrow`}>{name}</span> {title}
          </>
        }
        lead={sentence}
      >
        {notice}
        <Own view={view} wanted={wanted} />
        <Depth figures={view.figures} ms={times?.get(view.figures.id) ?? null} />
        {study ? (
          <ActionBar>
            <LinkButton to={study} sub={studyable(figures.due, unseen, figures.planned !== null)}>
              {PROGRESS.studyThis[view.kind]}
            </LinkButton>
          </ActionBar>
        ) : null}
        {view.basis.length > 0 ? <PartBasis skills={view.basis} wanted={wanted} /> : null}
        {view.weakest.length > 0 ? (
          <WeakestSkills skills={view.weakest} study={view.studyWeakest} />
        ) : null}
        <Within view={view} wanted={wanted} times={times} />
      </Page>
    </>
  )
}

/** The recall of the part itself, as a dot on a line. A list that follows says what the line means. */
function Own({ view: { figures, kind }, wanted }: Pick<ProgressPartProps, 'view' | 'wanted'>) {
  const { recall, seen, depth } = figures
  if (recall === null) return null
  const then = depth?.recallThen ?? null
  const floor = floorOf([recall, then])
  return (
    <div className={styles['own']}>
      <RecallDots
        recall={recall}
        wanted={wanted}
        floor={floor}
        then={then}
        label={recallLabel(recall, seen, then)}
        ends
      />
      {kind === 'skill' ? <p className="small">{chartKey(floor, wanted, then !== null)}</p> : null}
    </div>
  )
}

interface DepthProps extends Pick<PartView, 'figures'> {
  readonly ms: number | null
}

/** How firm the part is, how often it was forgotten, and what it took. */
function Depth({ figures: { depth, seen }, ms }: DepthProps) {
  if (!depth || seen === 0) return null
  const { recallThen, stability, lapses } = depth
  const facts = [
    ...(recallThen === null ? [] : [{ name: PROGRESS.onExamDay, value: percent(recallThen) }]),
    ...(stability ? [{ name: PROGRESS.stability, value: spreadOf(stability) }] : []),
    { name: PROGRESS.lapses, value: plural(lapses, 'time') },
    // Known a moment later; its line is there at once, so that nothing moves.
    { name: PROGRESS.time, value: ms === null ? '–' : timeOf(ms) },
  ]
  return (
    <div className={styles['depth']}>
      <DetailsFacts facts={facts} />
    </div>
  )
}

function Within({ view, wanted, times }: Omit<ProgressPartProps, 'notice'>) {
  const { kind, children, cards, title } = view
  if (kind === 'skill') {
    if (cards.length === 0) return null
    return (
      <Section title={PROGRESS.cards} aside={cardCount(cards.length)}>
        <PartCards caption={title} cards={cards} />
      </Section>
    )
  }
  const [heading, of] =
    kind === 'domain' ? [PROGRESS.byGroup, 'group' as const] : [PROGRESS.bySkill, 'skill' as const]
  return (
    <Section title={heading}>
      <PartList parts={children} wanted={wanted} />
      {view.figures.cards > 0 ? (
        <PartTable kind={of} caption={heading} parts={children} times={times} />
      ) : null}
    </Section>
  )
}
