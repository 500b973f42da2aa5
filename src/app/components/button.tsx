import type { ComponentProps, ReactNode } from 'react'
import styles from './button.module.css'

export interface ButtonLook {
  /** `accent` is the one main action of a screen, `plain` any other, `word` a word without a frame. */
  readonly look?: 'accent' | 'plain' | 'word'
  /** 44 px high instead of 52. */
  readonly compact?: boolean
  /** A consequence in small type: "12 min", "again in 10 min". */
  readonly sub?: ReactNode
}

type ButtonProps = ButtonLook & ComponentProps<'button'>

/** A button. `type` is "button" unless said otherwise. */
export function Button({ look, compact, sub, children, type = 'button', ...rest }: ButtonProps) {
  return (
    // oxlint-disable-next-line react/button-has-type -- the default above is a type
    <button type={type} className={buttonClass({ look, compact })} {...rest}>
      {children}
      {sub ? <span className={styles['sub']}>{sub}</span> : null}
    </button>
  )
}

/** The class names that make a button, or a link that looks like one. */
export function buttonClass(look: {
  look?: ButtonLook['look'] | undefined
  compact?: boolean | undefined
}): string {
  if (look.look === 'word') return styles['word'] ?? ''
  return [
    styles['button'],
    look.look === 'plain' && styles['plain'],
    look.compact && styles['compact'],
  ]
    .filter(Boolean)
    .join(' ')
}
