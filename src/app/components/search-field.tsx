/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- a datalist completes whole values only; the field has the keys */
import { useId, useState } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import type { Suggestion, Suggestions } from '../../core/search/suggest.ts'
import type { Span } from '../../core/search/tokens.ts'
import { BROWSE } from '../words/browse.ts'
import styles from './search-field.module.css'

interface SearchFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** What keeps the query from being understood, and where. */
  readonly problem: (Span & { readonly words: string }) | null
  readonly suggestionsAt: (query: string, caret: number) => Suggestions
  /** Enter without a suggestion chosen, or the arrow down: on to the cards. */
  readonly onLeave: () => void
  /** The field is left. */
  readonly onSettle: () => Promise<void>
  readonly field: RefObject<HTMLInputElement | null>
}

const NONE: Suggestions = { from: 0, to: 0, items: [] }

/** A search field that completes terms and values, and shows where a query goes wrong. */
export function SearchField(props: SearchFieldProps) {
  const { value, onChange, problem, suggestionsAt, onLeave, onSettle, field } = props
  const id = useId()
  const [found, setFound] = useState(NONE)
  const [chosen, setChosen] = useState(-1)
  const isOpen = found.items.length > 0
  // A term that is being completed is not wrong yet.
  const wrong = isOpen ? null : problem

  const close = () => {
    setFound(NONE)
    setChosen(-1)
  }
  const take = ({ insert }: Suggestion) => {
    const next = value.slice(0, found.from) + insert + value.slice(found.to).trimStart()
    const caret = found.from + insert.length
    onChange(next)
    setChosen(-1)
    setFound(suggestionsAt(next, caret))
    // The caret can only be set once the field has the new text.
    requestAnimationFrame(() => field.current?.setSelectionRange(caret, caret))
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event
    if (isOpen && (key === 'ArrowDown' || key === 'ArrowUp')) {
      const step = key === 'ArrowDown' ? 1 : -1
      // One place more than there are suggestions: none of them.
      const places = found.items.length + 1
      setChosen(((chosen + 1 + step + places) % places) - 1)
    } else if (key === 'Enter' && found.items[chosen]) {
      take(found.items[chosen])
    } else if (key === 'Enter' || key === 'ArrowDown') {
      close()
      onLeave()
    } else if (key === 'Escape' && isOpen) {
      close()
    } else return
    event.preventDefault()
  }

  return (
    <div role="search" className={styles['search']}>
      <label className="vh" htmlFor={id}>
        {BROWSE.search}
      </label>
      <input
        ref={field}
        id={id}
        className={styles['field']}
        type="search"
        role="combobox"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        placeholder={BROWSE.placeholder}
        value={value}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen >= 0 ? `${id}-${chosen}` : undefined}
        aria-invalid={wrong !== null}
        aria-describedby={wrong ? `${id}-problem` : undefined}
        aria-keyshortcuts="/"
        onChange={({ target }) => {
          onChange(target.value)
          setChosen(-1)
          setFound(suggestionsAt(target.value, target.selectionStart ?? target.value.length))
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          close()
          void onSettle()
        }}
      />
      <Options id={id} items={found.items} chosen={chosen} onTake={take} />
      <div className={styles['problem']} id={`${id}-problem`} aria-live="polite">
        {wrong ? <Spot query={value} problem={wrong} /> : null}
      </div>
    </div>
  )
}

interface OptionsProps {
  /** Id of the field. */
  readonly id: string
  readonly items: readonly Suggestion[]
  readonly chosen: number
  readonly onTake: (suggestion: Suggestion) => void
}

function Options({ id, items, chosen, onTake }: OptionsProps) {
  return (
    <div
      className={styles['list']}
      id={`${id}-list`}
      role="listbox"
      aria-label={BROWSE.suggestions}
      hidden={items.length === 0}
    >
      {items.map((suggestion, index) => (
        <div
          key={suggestion.label}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === chosen}
          // The field keeps the focus.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(suggestion)}
        >
          <span className="mono">{suggestion.label}</span>
          {suggestion.title ? <span className="small">{suggestion.title}</span> : null}
        </div>
      ))}
    </div>
  )
}

interface SpotProps {
  readonly query: string
  readonly problem: NonNullable<SearchFieldProps['problem']>
}

/** The words of a problem, and the query with its spot marked. */
function Spot({ query, problem: { from, to, words } }: SpotProps) {
  return (
    <>
      <span className={`${styles['spot']} mono`}>
        {query.slice(0, from)}
        <mark>{query.slice(from, to)}</mark>
        {query.slice(to)}
      </span>{' '}
      <span>{words}</span>
    </>
  )
}
