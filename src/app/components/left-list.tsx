import { isChanged, leftWords, IMPORT } from '../words/import.ts'
import type { LeftKind } from '../../core/import/content.ts'
import styles from './left-list.module.css'

export interface LeftLine {
  readonly kind: LeftKind
  readonly count: number
  readonly examples: readonly string[]
}

/** What a file has that cannot be carried, and what is carried in another way. */
export function LeftLists({ left }: { readonly left: readonly LeftLine[] }) {
  const behind = left.filter(({ kind }) => !isChanged(kind))
  const changed = left.filter(({ kind }) => isChanged(kind))
  return (
    <>
      {behind.length > 0 ? <LeftList title={IMPORT.left} lines={behind} /> : null}
      {changed.length > 0 ? <LeftList title={IMPORT.changed} lines={changed} /> : null}
    </>
  )
}

function LeftList({
  title,
  lines,
}: {
  readonly title: string
  readonly lines: readonly LeftLine[]
}) {
  return (
    <>
      <h3 className={styles['title']}>{title}</h3>
      <ul className={`${styles['list']} note num`}>
        {lines.map(({ kind, count, examples }) => (
          <li key={kind}>
            {leftWords(kind, count)}
            {examples.length > 0 ? (
              <span className={`${styles['examples']} small`}>{examples.join(' · ')}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
