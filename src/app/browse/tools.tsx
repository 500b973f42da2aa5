import { useState } from 'react'
import { Link, useNavigate, useRevalidator } from 'react-router'
import { deleteSearch, saveSearch } from '../../db/browse-settings.ts'
import type { BrowseSettings } from '../../db/browse-settings.ts'
import { deviceId } from '../../db/device.ts'
import { useApp } from '../app.ts'
import { Button } from '../components/button.tsx'
import { ColumnsDialog } from '../components/columns-dialog.tsx'
import { Kbd } from '../components/kbd.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { SavedDialog } from '../components/saved-dialog.tsx'
import { useHotkeys } from '../hooks/use-hotkeys.ts'
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
  const study =
    search.rows.length > 0 && query !== '' ? (
      <LinkButton look="word" to={`/study?q=${encodeURIComponent(query)}`}>
        {BROWSE.study}
      </LinkButton>
    ) : null
  return (
    <div className={styles['tools']}>
      {isNarrow ? <NewCard /> : study}
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
      <LinkButton look="word" to="/import">
        {BROWSE.import}
      </LinkButton>
      <Link className={styles['help']} to="/browse/help" aria-label={BROWSE.helpLabel}>
        {BROWSE.help}
      </Link>
      {isNarrow ? (
        <div className={styles['second']}>
          <SortSelect sort={search.sort} onSort={search.onSort} />
          {study}
        </div>
      ) : null}
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

/** The way to a card of one's own. */
export function NewCard() {
  const navigate = useNavigate()
  useHotkeys({ n: () => void navigate(NEW_CARD) })
  return (
    <LinkButton look="word" to={NEW_CARD} aria-keyshortcuts="N">
      {BROWSE.newCard} <Kbd>N</Kbd>
    </LinkButton>
  )
}

const NEW_CARD = '/notes/new?back=/browse'

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
