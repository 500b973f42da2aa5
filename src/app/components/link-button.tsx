import type { ComponentProps } from 'react'
import { Link } from 'react-router'
import { buttonClass } from './button.tsx'
import type { ButtonLook } from './button.tsx'
import styles from './button.module.css'

type LinkButtonProps = ButtonLook & ComponentProps<typeof Link>

/** A link to another screen that looks like a button. */
export function LinkButton({ look, compact, sub, children, ...rest }: LinkButtonProps) {
  return (
    <Link className={buttonClass({ look, compact })} {...rest}>
      {children}
      {sub ? <span className={styles['sub']}>{sub}</span> : null}
    </Link>
  )
}
