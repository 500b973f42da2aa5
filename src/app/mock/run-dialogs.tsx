import { blockOf } from '../../core/mock/run.ts'
import type { Run } from '../../core/mock/run.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { MockList } from '../components/mock-list.tsx'
import { RUN } from '../words/mock.ts'
import { openQuestions } from './marks.ts'
import type { Notes } from './marks.ts'
import styles from './run-screen.module.css'

/** What is asked before something is done that cannot be undone, and the list of questions on a phone. */
export type Asking =
  | { readonly kind: 'list' | 'submit' | 'drop' }
  | { readonly kind: 'leave'; readonly to: number | 'review' }

interface RunDialogsProps {
  readonly run: Run
  readonly notes: Notes
  readonly asking: Asking | null
  readonly onClose: () => void
  readonly onGo: (to: number | 'review') => void
  readonly onLeave: (to: number | 'review') => void
  readonly onSubmit: () => void
  readonly onDrop: () => void
}

export function RunDialogs(props: RunDialogsProps) {
  const { run, notes, asking, onClose } = props
  const open = openQuestions(run, notes)
  const inBlock = open.filter((q) => blockOf(run, q) === blockOf(run, run.current)).length
  const ask = (kind: Asking['kind'], title: string, text: string, yes: string, act: () => void) => (
    <Dialog
      open={asking?.kind === kind}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button look="plain" compact onClick={onClose}>
            {RUN.stay}
          </Button>
          <Button compact onClick={act}>
            {yes}
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  )
  const leave = inBlock > 0 ? `${RUN.leaveCase} ${RUN.leaveCaseOpen(inBlock)}` : RUN.leaveCase
  return (
    <>
      <Dialog open={asking?.kind === 'list'} onClose={onClose} title={RUN.list}>
        <div className={styles['listed']}>
          <MockList run={run} notes={notes} current={run.current} onGo={props.onGo} />
        </div>
      </Dialog>
      {ask('leave', RUN.leaveCaseTitle, leave, RUN.leaveCaseYes, () => {
        if (asking?.kind === 'leave') props.onLeave(asking.to)
      })}
      {ask('submit', RUN.submitTitle, RUN.submitText(open.length), RUN.submitYes, props.onSubmit)}
      {ask('drop', RUN.dropTitle, RUN.dropText, RUN.dropYes, props.onDrop)}
    </>
  )
}
