import { Link, useFetcher } from 'react-router'
import type { ExamId } from '../../core/note.ts'
import { ActionBar } from '../components/action-bar.tsx'
import { Button } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import type { SaveResult } from '../hooks/use-setting.ts'
import { PLAN } from '../words/plan.ts'
import type { PlanDraft } from './draft.ts'
import styles from './plan-page.module.css'

interface SaveProps {
  readonly exam: ExamId
  readonly draft: PlanDraft
  /** Whether the exam has no plan yet. */
  readonly isNew: boolean
  /** What is saved, as text. */
  readonly savedKey: string
}

/** The one button: nothing holds before it is pressed. */
export function SavePlan({ exam, draft, isNew, savedKey }: SaveProps) {
  const fetcher = useFetcher<SaveResult>({ key: `plan-${exam}` })
  const isSaved = !isNew && JSON.stringify(draft) === savedKey
  const problem = fetcher.data && 'problem' in fetcher.data ? fetcher.data.problem : null
  const save = () =>
    void fetcher.submit(JSON.stringify(draft), { method: 'post', encType: 'application/json' })
  return (
    <>
      {problem ? <Notice kind="error">{problem}</Notice> : null}
      <output className={styles['saved']}>
        {isSaved ? (
          <Notice isSilent action={<Link to="/">{PLAN.toToday}</Link>}>
            {PLAN.saved}
          </Notice>
        ) : null}
      </output>
      {isSaved ? null : (
        <div className={styles['save']}>
          <ActionBar>
            <Button onClick={save}>{fetcher.state === 'idle' ? PLAN.save : PLAN.saving}</Button>
          </ActionBar>
        </div>
      )}
    </>
  )
}
