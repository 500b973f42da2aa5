import type { ReactNode } from 'react'
import type { Action } from '../../core/keys.ts'
import type { Mark } from '../../core/mark.ts'
import { MENU } from '../words/card-acts.ts'
import { ActionButton } from './action-button.tsx'
import { ActionKey } from './action-key.tsx'
import { Dialog } from './dialog.tsx'
import styles from './card-menu.module.css'

type Flag = Mark['flag']

const FLAG_NUMBERS: readonly Flag[] = [0, 1, 2, 3, 4]
const FLAG_ACTIONS = [null, 'flag1', 'flag2', 'flag3', 'flag4'] as const

interface CardMenuProps {
  readonly open: boolean
  readonly flag: Flag
  /** A link to the card's details. */
  readonly details: ReactNode
  readonly onClose: () => void
  readonly onBury: () => void
  readonly onPostpone: () => void
  readonly onSuspend: () => void
  readonly onHistory: () => void
  readonly onEdit: () => void
  /** Reads the card aloud; null where the browser cannot. */
  readonly onSpeak: (() => void) | null
  readonly onFlag: (flag: Flag) => void
}

/** What can be done with a card apart from answering it. */
export function CardMenu(props: CardMenuProps) {
  const { open, flag, details, onClose, onEdit, onSpeak } = props
  const then = (act: () => void) => () => {
    onClose()
    act()
  }
  return (
    <Dialog open={open} onClose={onClose} title={MENU.title}>
      <ul className={styles['acts']}>
        <Act name={MENU.edit} action="edit" onPress={then(onEdit)} />
        {onSpeak ? <Act name={MENU.speak} action="speak" onPress={then(onSpeak)} /> : null}
        <Act name={MENU.bury} words={MENU.buryWords} action="bury" onPress={then(props.onBury)} />
        <Act
          name={MENU.postpone}
          words={MENU.postponeWords}
          action="postpone"
          onPress={then(props.onPostpone)}
        />
        <Act
          name={MENU.suspend}
          words={MENU.suspendWords}
          action="suspend"
          onPress={then(props.onSuspend)}
        />
        <Act name={MENU.history} action="history" onPress={then(props.onHistory)} />
        <li className={styles['details']}>{details}</li>
      </ul>
      <fieldset className={styles['flags']}>
        <legend>{MENU.flag}</legend>
        {FLAG_NUMBERS.map((number) => (
          <FlagButton
            key={number}
            flag={number}
            isSet={flag === number}
            onPress={then(() => props.onFlag(number))}
          />
        ))}
      </fieldset>
    </Dialog>
  )
}

interface FlagButtonProps {
  readonly flag: Flag
  readonly isSet: boolean
  readonly onPress: () => void
}

function FlagButton({ flag, isSet, onPress }: FlagButtonProps) {
  const action = FLAG_ACTIONS[flag]
  return (
    <button type="button" className={styles['flag']} aria-pressed={isSet} onClick={onPress}>
      <i className={styles[`flag${flag}`]} aria-hidden="true" />
      {MENU.flags[flag]} {action ? <ActionKey of={action} /> : null}
    </button>
  )
}

interface ActProps {
  readonly name: string
  readonly words?: string
  readonly action: Action
  readonly onPress: () => void
}

function Act({ name, words, action, onPress }: ActProps) {
  return (
    <li>
      <ActionButton look="word" action={action} onPress={onPress}>
        {name}
      </ActionButton>
      {words ? <p className="small">{words}</p> : null}
    </li>
  )
}
