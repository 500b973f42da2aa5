import { useId } from 'react'

interface SuggestFieldProps {
  readonly label: string
  readonly value: string
  /** Offered while typing; another value can be typed as well. */
  readonly suggestions: readonly string[]
  /** Below the field: what may be typed, or what was wrong with it. */
  readonly hint: string
  readonly isBad: boolean
  readonly onChange: (value: string) => void
}

/** A field for a name that may exist already. */
export function SuggestField(props: SuggestFieldProps) {
  const { label, value, suggestions, hint, isBad, onChange } = props
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        list={`${id}-list`}
        autoComplete="off"
        autoCapitalize="none"
        maxLength={80}
        value={value}
        aria-invalid={isBad}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
      />
      <datalist id={`${id}-list`}>
        {suggestions.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </datalist>
      <p id={`${id}-hint`} role={isBad ? 'alert' : undefined}>
        {hint}
      </p>
    </>
  )
}
