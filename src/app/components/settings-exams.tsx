import { useFetcher } from 'react-router'
import type { ExamInfo } from '../../core/catalog.ts'
import type { ExamId } from '../../core/note.ts'
import type { SaveResult } from '../hooks/use-setting.ts'
import { SETTINGS } from '../words/settings.ts'
import { examFacts } from '../words/welcome.ts'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import { Section } from './section.tsx'
import styles from './settings-exams.module.css'

interface SettingsExamsProps {
  /** What the build ships. */
  readonly exams: readonly ExamInfo[]
  readonly chosen: readonly ExamId[]
}

/** The exams being studied, and those that can be added. */
export function SettingsExams({ exams, chosen }: SettingsExamsProps) {
  return (
    <Section title={SETTINGS.exams}>
      <p className={`${styles['note']} note`}>{SETTINGS.examsNote}</p>
      <ul>
        {exams.map((exam) => (
          <ExamLine key={exam.exam} exam={exam} isChosen={chosen.includes(exam.exam)} />
        ))}
      </ul>
    </Section>
  )
}

function ExamLine({ exam, isChosen }: { readonly exam: ExamInfo; readonly isChosen: boolean }) {
  const fetcher = useFetcher<SaveResult>({ key: `exam-${exam.exam}` })
  const isBusy = fetcher.state !== 'idle'
  const problem = !isBusy && fetcher.data && 'problem' in fetcher.data ? fetcher.data.problem : null
  const change = () =>
    void fetcher.submit(isChosen ? { remove: exam.exam } : { add: exam.exam }, {
      method: 'post',
      encType: 'application/json',
    })
  return (
    <li className={styles['exam']} data-exam={exam.exam.toLowerCase()}>
      <div className={styles['line']}>
        <div>
          <p className={isChosen ? styles['chosen'] : styles['name']}>{exam.exam}</p>
          <p className="small num">{examFacts(exam.cards, exam.asOf)}</p>
        </div>
        {exam.cards > 0 || isChosen ? (
          <Button
            look="plain"
            compact
            aria-label={(isChosen ? SETTINGS.removeExam : SETTINGS.addExam)(exam.exam)}
            aria-disabled={isBusy}
            onClick={isBusy ? undefined : change}
          >
            {isBusy && !isChosen ? SETTINGS.installing : isChosen ? SETTINGS.remove : SETTINGS.add}
          </Button>
        ) : null}
      </div>
      {problem ? <Notice kind="error">{problem}</Notice> : null}
    </li>
  )
}
