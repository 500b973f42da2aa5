import type { FieldSaid } from './note-fields-context.ts'
import styles from './note-text-field.module.css'

interface FieldMessagesProps {
  /** Id of the field that they are about. */
  readonly id: string
  readonly said: FieldSaid | undefined
}

/** What is wrong with a field, and what could be better, under it. */
export function FieldMessages({ id, said }: FieldMessagesProps) {
  if (!said || said.errors.length + said.advice.length === 0) return null
  return (
    <ul className={styles['said']} id={`${id}-said`}>
      {said.errors.map((words) => (
        <li key={words} className={styles['error']}>
          {words}
        </li>
      ))}
      {said.advice.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  )
}

/** Ids of what describes a field: its hint and its messages. */
export function describedBy(
  id: string,
  said: FieldSaid | undefined,
  hint: string | null | undefined,
): string | undefined {
  const hasSaid = said && said.errors.length + said.advice.length > 0
  const ids = [hint ? `${id}-hint` : null, hasSaid ? `${id}-said` : null].filter((each) => each)
  return ids.length > 0 ? ids.join(' ') : undefined
}
