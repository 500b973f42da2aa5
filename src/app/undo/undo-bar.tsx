import { useEffect, useEffectEvent, useState } from 'react'
import { Link, useRevalidator } from 'react-router'
import { ariaKeys, chordsFor, keyMapOf, keyName } from '../../core/keys.ts'
import { DEFAULT_STUDY_SETTINGS } from '../../core/study-settings.ts'
import { StorageFault } from '../../db/faults.ts'
import { loadStudySettings } from '../../db/study-settings.ts'
import { undoable } from '../../db/undo.ts'
import type { Undoable } from '../../db/undo.ts'
import { useApp } from '../app.ts'
import { Button } from '../components/button.tsx'
import { TaskProgress } from '../components/task-progress.tsx'
import { Kbd } from '../components/kbd.tsx'
import { useHotkeys } from '../hooks/use-hotkeys.ts'
import { UNDO } from '../words/undo.ts'
import { takeStep } from './take-step.ts'
import type { Step, StepTaken } from './take-step.ts'
import styles from './undo-bar.module.css'

interface UndoBarProps {
  /** Another value whenever something may have been done: then it is looked up anew what can be undone. */
  readonly edition: unknown
}

/** Undo and redo on every screen of the frame, over any number of steps. */
export function UndoBar({ edition }: UndoBarProps) {
  const app = useApp()
  const { revalidate } = useRevalidator()
  const [can, setCan] = useState<Undoable>({ undo: false, redo: false })
  const [taken, setTaken] = useState<StepTaken | null>(null)
  /** How far a step is that takes a while; null while there is none. */
  const [share, setShare] = useState<number | null>(null)
  const [inTurn] = useState(turns)

  const [keys, setKeys] = useState(() => keyMapOf({}))
  const look = useEffectEvent(() => {
    void loadStudySettings(app.db)
      .catch(() => DEFAULT_STUDY_SETTINGS)
      .then((settings) => setKeys(keyMapOf(settings.keys)))
    void undoable(app.db, app.now()).catch(nothing).then(setCan)
  })
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another edition is why to look
  useEffect(() => look(), [edition])

  const take = async (step: Step) => {
    try {
      setTaken(await takeStep(app, step, app.newId(), setShare))
    } catch (error) {
      setTaken({ words: problemOf(error), card: null })
    }
    setShare(null)
    void revalidate()
  }
  const queue = (step: Step) => inTurn(() => take(step))
  useHotkeys(chordsFor(keys, { undo: () => queue('undo'), redo: () => queue('redo') }))

  return (
    <fieldset className={styles['bar']} aria-label={UNDO.name}>
      {share === null ? null : <TaskProgress label={UNDO.busy} share={share} />}
      {can.undo || can.imported !== undefined ? (
        <Button look="word" aria-keyshortcuts={ariaKeys(keys.undo)} onClick={() => queue('undo')}>
          {UNDO.undo} <Kbd>{keyName(keys.undo[0] ?? '')}</Kbd>
        </Button>
      ) : null}
      {can.redo ? (
        <Button look="word" aria-keyshortcuts={ariaKeys(keys.redo)} onClick={() => queue('redo')}>
          {UNDO.redo} <Kbd>{keyName(keys.redo[0] ?? '')}</Kbd>
        </Button>
      ) : null}
      <output className={taken ? styles['taken'] : 'vh'}>
        {taken?.words} {taken?.card ? <Link to={taken.card.to}>{taken.card.title}</Link> : null}
      </output>
    </fieldset>
  )
}

/** Runs one after the other, so that quick presses are all heard. */
function turns(): (act: () => Promise<void>) => void {
  let last = Promise.resolve()
  return (act) => {
    last = last.then(act)
  }
}

function nothing(): Undoable {
  return { undo: false, redo: false }
}

function problemOf(error: unknown): string {
  if (error instanceof StorageFault) return `${UNDO.failed} ${error.message}`
  throw error
}
