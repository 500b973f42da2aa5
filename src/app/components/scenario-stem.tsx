import { useState } from 'react'
import type { Html as HtmlText } from '../../core/note.ts'
import { SCENARIO } from '../words/study.ts'
import { Html } from './html.tsx'
import styles from './scenario-stem.module.css'

interface ScenarioStemProps {
  readonly stem: HtmlText
}

/**
 * The situation that the questions of a scenario share: beside them on wide screens, foldable and always
 * in sight above them on narrow ones.
 */
export function ScenarioStem({ stem }: ScenarioStemProps) {
  const [open, setOpen] = useState(true)
  return (
    <details
      className={styles['stem']}
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className={styles['summary']}>
        <span>{SCENARIO.situation}</span>
        <span className={styles['fold']} aria-hidden="true" />
      </summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it */}
      <section className={styles['text']} aria-label={SCENARIO.situation} tabIndex={0}>
        <Html html={stem} />
      </section>
    </details>
  )
}
