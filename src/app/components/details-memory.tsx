import type { MemoryView } from '../details/memory.ts'
import { CARD, curveKey } from '../words/card.ts'
import { DetailsFacts } from './details-facts.tsx'
import styles from './details-memory.module.css'
import { RecallCurveChart } from './recall-curve.tsx'
import { Section } from './section.tsx'

/** How well the card is known: recall over time and the figures behind it. */
export function DetailsMemory({ memory }: { readonly memory: MemoryView | null }) {
  return (
    <Section title={CARD.memory} aside={memory?.span}>
      {memory ? (
        <>
          <div className={styles['chart']}>
            <RecallCurveChart
              curve={memory.curve}
              wanted={memory.wanted}
              label={memory.label}
              names={memory.names}
            />
            <p className="small">{curveKey(memory.wanted)}</p>
          </div>
          <DetailsFacts facts={memory.facts} />
        </>
      ) : (
        <p className={`${styles['new']} note`}>{CARD.memoryNew}</p>
      )}
    </Section>
  )
}
