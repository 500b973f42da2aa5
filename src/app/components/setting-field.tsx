import type { ReactNode } from 'react'
import type { Setting } from '../hooks/use-setting.ts'
import { Field, FieldGroup } from './field.tsx'
import { Notice } from './notice.tsx'
import { SaveNote } from './save-note.tsx'

interface SettingFieldProps {
  readonly label: string
  readonly hint: string
  readonly setting: Pick<Setting<unknown>, 'state' | 'problem'>
  /** Id of the control; left out where there are several. */
  readonly htmlFor?: string
  /** What saving it takes besides: its share that is done, 0 to 1, and its name. */
  readonly work?: { readonly progress: number | null; readonly label: string }
  readonly children: ReactNode
}

/** One setting: its name, what it does, its control, and whether it was saved. */
export function SettingField({ setting, htmlFor, work, children, ...names }: SettingFieldProps) {
  const state = <SaveNote state={setting.state} {...work} />
  return (
    <>
      {htmlFor === undefined ? (
        <FieldGroup {...names} state={state}>
          {children}
        </FieldGroup>
      ) : (
        <Field {...names} htmlFor={htmlFor} state={state}>
          {children}
        </Field>
      )}
      {setting.problem ? <Notice kind="error">{setting.problem}</Notice> : null}
    </>
  )
}
