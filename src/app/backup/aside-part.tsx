import { useRevalidator } from 'react-router'
import { deleteDatabase } from '../../db/salvage.ts'
import { useApp } from '../app.ts'
import { Button } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { Section } from '../components/section.tsx'
import { RECOVERY } from '../words/recovery.ts'
import styles from '../components/part.module.css'
import { useRecovery } from './use-recovery.ts'

/** Databases that were set aside when they could not be opened: to read what they hold, or to let them go. */
export function AsidePart({ databases }: { readonly databases: readonly string[] }) {
  const app = useApp()
  const { revalidate } = useRevalidator()
  const { save, said, problem, isBusy } = useRecovery(app, () => {})
  if (databases.length === 0) return null
  const remove = (name: string) => void deleteDatabase(name).then(revalidate, () => null)
  return (
    <Section title={RECOVERY.aside}>
      <p className={`${styles['text']} note`}>{RECOVERY.asideNote}</p>
      {problem ? <Notice kind="error">{problem}</Notice> : null}
      <ul>
        {databases.map((name) => (
          <li key={name} className={styles['acts']}>
            <span className="note mono">{name}</span>
            <Button
              look="plain"
              compact
              aria-label={RECOVERY.saveOf(name)}
              onClick={() => save(name)}
            >
              {RECOVERY.save}
            </Button>
            <Button look="word" aria-label={RECOVERY.deleteOf(name)} onClick={() => remove(name)}>
              {RECOVERY.delete}
            </Button>
          </li>
        ))}
      </ul>
      <output className={`${styles['said']} note`}>{isBusy ? RECOVERY.busy : said}</output>
    </Section>
  )
}
