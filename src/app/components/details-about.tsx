import type { CardView } from '../details/card-view.ts'
import { CARD, LEVEL_NAMES, TYPE_NAMES } from '../words/card.ts'
import { dateName } from '../words/dates.ts'
import { DetailsFacts } from './details-facts.tsx'
import { DetailsLinks } from './details-links.tsx'
import { Section } from './section.tsx'

/** What the card is: type, level, age of its facts, skills, sources and siblings. */
export function DetailsAbout({ view }: { readonly view: CardView }) {
  const { note, cardId, exams, skills, tags, sources, siblings } = view
  return (
    <>
      <Section title={CARD.facts}>
        <DetailsFacts
          facts={[
            { name: CARD.id, value: <span className="mono">{cardId}</span> },
            { name: CARD.version, value: CARD.revision(note.rev) },
            { name: CARD.type, value: TYPE_NAMES[note.body.type] },
            { name: CARD.level, value: LEVEL_NAMES[note.level] },
            { name: CARD.exams, value: exams.join(', ') },
            { name: CARD.verified, value: dateName(note.verified) },
          ]}
        />
      </Section>
      {skills.length > 0 ? (
        <Section title={skills.length === 1 ? CARD.skill : CARD.skills}>
          <DetailsLinks links={skills} />
        </Section>
      ) : null}
      {tags.length > 0 ? (
        <Section title={CARD.tags}>
          <DetailsLinks links={tags} />
        </Section>
      ) : null}
      <Section title={sources.length === 1 ? CARD.source : CARD.sources}>
        <DetailsLinks links={sources} />
      </Section>
      {siblings.length > 0 ? (
        <Section title={CARD.siblings}>
          <DetailsLinks links={siblings} />
        </Section>
      ) : null}
    </>
  )
}
