import { useState } from 'react'
import { Link, useRevalidator } from 'react-router'
import { deleteSearch, saveSearch } from '../../db/browse-settings.ts'
import type { BrowseSettings } from '../../db/browse-settings.ts'
import { deviceId } from '../../db/device.ts'
import { useApp } from '../app.ts'
import { Button } from '../components/button.tsx'
import { ColumnsDialog } from '../components/columns-dialog.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { SavedDialog } from '../components/saved-dialog.tsx'
import { BROWSE } from '../words/browse.ts'
import type { ColumnId } from './columns.ts'
import styles from './page.module.css'
import { SortSelect } from './sort-select.tsx'
import type { Search } from './use-search.ts'

interface ToolsProps {
  readonly search: Search
  readonly settings: BrowseSettings
  readonly columns: readonly ColumnId[]
  readonly isNarrow: boolean
  readonly onColumns: (columns: readonly ColumnId[]) => void
  /** Begins selecting by taps; null where there is nothing to begin. */
  readonly onSelect: (() => void) | null
}

/** What leads away from the list or changes how it looks. */
export function Tools({ search, settings, columns, isNarrow, onColumns, onSelect }: ToolsProps) {
  const [open, setOpen] = useState<'columns' | 'saved' | null>(null)
  const close = () => setOpen(null)
  const keep = useKeptSearches(search)
  const query = search.found.trim()
  return (
    <div className={styles['tools']}>
      {search.rows.length > 0 && query !== '' ? (
        <LinkButton look="word" to={`/study?q=${encodeURIComponent(query)}`}>
          {BROWSE.study}
        </LinkButton>
      ) : null}
      <Button
        look="word"
        aria-haspopup="dialog"
        aria-label={BROWSE.savedLabel}
        onClick={() => setOpen('saved')}
      >
        {BROWSE.saved}
      </Button>
      <Button look="word" aria-haspopup="dialog" onClick={() => setOpen('columns')}>
        {BROWSE.columns}
      </Button>
      {onSelect ? (
        <Button look="word" onClick={onSelect}>
          {BROWSE.select}
        </Button>
      ) : null}
      <Link className={styles['help']} to="/browse/help" aria-label={BROWSE.helpLabel}>
        {BROWSE.help}
      </Link>
      {isNarrow ? <SortSelect sort={search.sort} onSort={search.onSort} /> : null}
      <ColumnsDialog
        open={open === 'columns'}
        columns={columns}
        onClose={close}
        onChange={onColumns}
      />
      <SavedDialog
        open={open === 'saved'}
        searches={settings.searches}
        query={query}
        onClose={close}
        onSearch={(kept) => {
          keep.onSearch(kept)
          close()
        }}
        onSave={keep.onSave}
        onDelete={keep.onDelete}
      />
    </div>
  )
}

/** Saving a search, deleting it, and looking for it again. */
function useKeptSearches(search: Search) {
  const app = useApp()
  const { revalidate } = useRevalidator()
  const save = async (work: (device: string) => Promise<void>) => {
    await work(await deviceId(app.db, app.newId))
    await revalidate()
  }
  return {
    onSearch: ({ query, sort }: { readonly query: string; readonly sort: string | null }) =>
      search.onWhole(query, sort),
    onSave: (name: string) =>
      void save((device) =>
        saveSearch(
          app.db,
          { id: app.newId(), name, query: search.found.trim(), sort: search.sortName },
          app.now(),
          device,
        ),
      ),
    onDelete: (id: string) => void save((device) => deleteSearch(app.db, id, app.now(), device)),
  }
}
