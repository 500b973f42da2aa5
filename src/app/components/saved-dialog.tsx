import { useId, useState } from 'react'
import { BROWSE, READY_SEARCHES } from '../words/browse.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import styles from './saved-dialog.module.css'

/** A search that can be had again. */
interface Kept {
  readonly name: string
  readonly query: string
  readonly sort: string | null
}

interface SavedDialogProps {
  readonly open: boolean
  readonly searches: readonly (Kept & { readonly id: string })[]
  /** The query that stands in the field; an empty one is not worth saving. */
  readonly query: string
  readonly onClose: () => void
  readonly onSearch: (search: Kept) => void
  readonly onSave: (name: string) => void
  readonly onDelete: (id: string) => void
}

/** Searches that the learner keeps, those that are there from the beginning, and saving this one. */
export function SavedDialog(props: SavedDialogProps) {
  const { open, searches, query, onClose, onSearch, onSave, onDelete } = props
  return (
    <Dialog open={open} onClose={onClose} title={BROWSE.savedLabel}>
      {query.trim() === '' ? null : <Save key={query} query={query} onSave={onSave} />}
      {searches.length === 0 ? <p>{BROWSE.noneSaved}</p> : null}
      <ul className={styles['searches']}>
        {searches.map((search) => (
          <li key={search.id}>
            <Choice search={search} onSearch={onSearch} />
            <Button
              look="word"
              aria-label={BROWSE.deleteSearch(search.name)}
              onClick={() => onDelete(search.id)}
            >
              {BROWSE.remove}
            </Button>
          </li>
        ))}
      </ul>
      <h3 className={styles['ready']}>{BROWSE.ready}</h3>
      <ul className={styles['searches']}>
        {READY_SEARCHES.map((search) => (
          <li key={search.name}>
            <Choice search={search} onSearch={onSearch} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function Choice({ search, onSearch }: { search: Kept } & Pick<SavedDialogProps, 'onSearch'>) {
  return (
    <button type="button" className={styles['choice']} onClick={() => onSearch(search)}>
      <span>{search.name}</span>
      <span className="mono small">{search.query}</span>
    </button>
  )
}

function Save({ query, onSave }: Pick<SavedDialogProps, 'query' | 'onSave'>) {
  const id = useId()
  const [name, setName] = useState(query.slice(0, 80))
  return (
    <form
      className={styles['save']}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') onSave(name.trim())
      }}
    >
      <label htmlFor={id}>{BROWSE.saveTitle}</label>
      <div>
        <input
          id={id}
          maxLength={80}
          autoComplete="off"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Button type="submit" compact disabled={name.trim() === ''}>
          {BROWSE.save}
        </Button>
      </div>
    </form>
  )
}
