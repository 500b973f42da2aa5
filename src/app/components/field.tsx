import type { ReactNode } from 'react'
import styles from './field.module.css'

interface FieldProps {
  readonly label: string
  /** Id of the control that the label is for. */
  readonly htmlFor: string
  /** What the setting means, in plain words. Its id is `${htmlFor}-hint`. */
  readonly hint?: ReactNode
  readonly children: ReactNode
}

/** One line of a form: what it is, what it means, and its control at the right. */
export function Field({ label, htmlFor, hint, children }: FieldProps) {
  return (
    <div className={styles['field']}>
      <div className={styles['text']}>
        <label className={styles['label']} htmlFor={htmlFor}>
          {label}
        </label>
        {hint ? (
          <p className={`${styles['hint']} small`} id={`${htmlFor}-hint`}>
            {hint}
          </p>
        ) : null}
      </div>
      <div className={styles['control']}>{children}</div>
    </div>
  )
}

interface FieldGroupProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly children: ReactNode
}

/** A line of a form with several controls that belong together, such as radio buttons. */
export function FieldGroup({ label, hint, children }: FieldGroupProps) {
  return (
    <fieldset className={styles['field']}>
      <legend className={styles['text']}>
        <span className={styles['label']}>{label}</span>
        {hint ? <span className={`${styles['hint']} small`}>{hint}</span> : null}
      </legend>
      <div className={styles['control']}>{children}</div>
    </fieldset>
  )
}
