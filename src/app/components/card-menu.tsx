import type { ReactNode } from 'react'
import type { Mark } from '../../core/mark.ts'
import { MENU } from '../words/study.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Kbd } from './kbd.tsx'
import styles from './card-menu.module.css'

type Flag = Mark['flag']

const FLAG_NUMBERS: readonly Flag[] = [0, 1, 2, 3, 4]

interface CardMenuProps {
  readonly open: boolean
  readonly flag: Flag
  /** A link to the card's details. */
  readonly details: ReactNode
  readonly onClose: () => void
  readonly onBury: () => void
  readonly onSuspend: () => void
  readonly onFlag: (flag: Flag) => void
}

/** What can be done with a card apart from answering it. */
export function CardMenu(props: CardMenuProps) {
  const { open, flag, details, onClose, onBury, onSuspend, onFlag } = props
  const then = (act: () => void) => () => {
    onClose()
    act()
  }
  return (
    <Dialog open={open} onClose={onClose} title={MENU.title}>
      <ul className={styles['acts']}>
        <Act name={MENU.bury} words={MENU.buryWords} shortcut="-" onPress={then(onBury)} />
        <Act name={MENU.suspend} words={MENU.suspendWords} shortcut="!" onPress={then(onSuspend)} />
        <li className={styles['details']}>{details}</li>
      </ul>
      <fieldset className={styles['flags']}>
        <legend>{MENU.flag}</legend>
        {FLAG_NUMBERS.map((number) => (
          <button
            key={number}
            type="button"
            className={styles['flag']}
            aria-pressed={flag === number}
            onClick={then(() => onFlag(number))}
          >
            <i className={styles[`flag${number}`]} aria-hidden="true" />
            {MENU.flags[number]}
          </button>
        ))}
      </fieldset>
    </Dialog>
  )
}

interface ActProps {
  readonly name: string
  readonly words: string
  readonly shortcut: string
  readonly onPress: () => void
}

function Act({ name, words, shortcut, onPress }: ActProps) {
  return (
    <li>
      <Button look="word" aria-keyshortcuts={shortcut} onClick={onPress}>
        {name} <Kbd>{shortcut}</Kbd>
      </Button>
      <p className="small">{words}</p>
    </li>
  )
}
