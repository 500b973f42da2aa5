import { useState } from 'react'
import { Button } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { Section } from '../components/section.tsx'
import { TaskProgress } from '../components/task-progress.tsx'
import { BACKUP, checkWords } from '../words/backup.ts'
import styles from '../components/part.module.css'
import { useTask } from './use-task.ts'

/** A look through everything stored, on demand. */
export function CheckPart() {
  const { state, run, cancel } = useTask()
  const [found, setFound] = useState<readonly string[]>([])
  const check = async () => {
    setFound([])
    const result = await run('check', null)
    if (result) setFound(checkWords(result))
  }
  return (
    <Section title={BACKUP.check}>
      <p className={`${styles['text']} note`}>{BACKUP.checkNote}</p>
      {state.problem ? <Notice kind="error">{state.problem}</Notice> : null}
      {state.running ? (
        <TaskProgress label={BACKUP.checking} share={state.share} onCancel={cancel} />
      ) : (
        <div className={styles['acts']}>
          <Button look="plain" compact onClick={() => void check()}>
            {BACKUP.check}
          </Button>
        </div>
      )}
      <output className={`${styles['said']} note num`}>{found.join(' ')}</output>
    </Section>
  )
}
