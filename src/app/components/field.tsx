import type { ReactNode } from 'react'
import styles from './field.module.css'

interface FieldTexts {
  readonly label: string
  /** What the setting means, in plain words. */
  readonly hint?: ReactNode
  /** Beside the control: "Saved". Announced when it changes. */
  readonly state?: ReactNode
  readonly children: ReactNode
}

interface FieldProps extends FieldTexts {
  /** Id of the control that the label is for. The id of the hint is `${htmlFor}-hint`. */
  readonly htmlFor: string
}

/** One line of a form: what it is, what it means, and its control at the right. */
export function Field({ label, htmlFor, hint, state, children }: FieldProps) {
  return (
    <div className={styles['field']}>
      <div>
        <label className={styles['label']} htmlFor={htmlFor}>
          {label}
        </label>
        {hint ? (
          <p className={`${styles['hint']} small`} id={`${htmlFor}-hint`}>
            {hint}
          </p>
        ) : null}
      </div>
      <Control state={state}>{children}</Control>
    </div>
  )
}

/** A line of a form with several controls that belong together, such as radio buttons. */
export function FieldGroup({ label, hint, state, children }: FieldTexts) {
  return (
    <fieldset className={styles['field']}>
      <legend className={styles['legend']}>
        <span className={styles['label']}>{label}</span>
        {hint ? <span className={`${styles['hint']} small`}>{hint}</span> : null}
      </legend>
      <Control state={state}>{children}</Control>
    </fieldset>
  )
}

function Control({ state, children }: Pick<FieldTexts, 'state' | 'children'>) {
  return (
    <div className={styles['control']}>
      {children}
      {state === undefined ? null : <output className={`${styles['state']} small`}>{state}</output>}
    </div>
  )
}
