import { useCallback, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { suggestionsAt } from '../../core/search/suggest.ts'
import { saveColumns } from '../../db/browse-settings.ts'
import type { BrowseSettings } from '../../db/browse-settings.ts'
import { deviceId } from '../../db/device.ts'
import { useApp } from '../app.ts'
import { BulkBar } from '../components/bulk-bar.tsx'
import { CardGrid, focusRow } from '../components/card-grid.tsx'
import type { RowAct } from '../components/card-grid.tsx'
import { Page } from '../components/page.tsx'
import { SearchField } from '../components/search-field.tsx'
import { useHotkeys } from '../hooks/use-hotkeys.ts'
import { useMedia } from '../hooks/use-media.ts'
import { BROWSE, countWords } from '../words/browse.ts'
import { explained, problemWords } from '../words/search.ts'
import type { Collection } from './collection.ts'
import type { Listed } from './listed.ts'
import { columnOf, DEFAULT_COLUMNS, isColumnId } from './columns.ts'
import type { ColumnId } from './columns.ts'
import { LastAct, Said } from './last-act.tsx'
import { lazyNames } from './names.ts'
import styles from './page.module.css'
import type { BrowseRow } from './rows.ts'
import {
  extendTo,
  keepListed,
  moveTo,
  NOTHING_SELECTED,
  selectAll,
  selectNone,
  toggle,
} from './selection.ts'
import type { Selection } from './selection.ts'
import { nextSort } from './sort.ts'
import { NewCard, Tools } from './tools.tsx'
import { useBulk } from './use-bulk.ts'
import { useSearch } from './use-search.ts'
import type { Search } from './use-search.ts'

interface BrowsePageProps {
  readonly listed: Listed
  readonly collection: Collection
  readonly settings: BrowseSettings
}

/** The list of all cards with its search. */
export function BrowsePage({ listed, collection, settings }: BrowsePageProps) {
  const isNarrow = useMedia('(max-width: 59.99em)')
  const search = useSearch(listed, collection)
  const bulk = useBulk(collection)
  const [columns, setColumns] = useColumns(settings)
  const list = useSelection(search)
  const field = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const above = useRef<HTMLDivElement>(null)
  const all = useMemo(() => listed.rows.filter(({ note }) => !note.retired).length, [listed.rows])
  const { exams, rows } = listed
  const names = useMemo(() => lazyNames({ exams, rows }), [exams, rows])
  useHotkeys({ '/': () => field.current?.focus() })
  const onSeen = useCallback(
    (seen: readonly BrowseRow[]) => void collection.want(seen.map(({ note }) => note.id)),
    [collection],
  )
  const count = search.isWaiting ? BROWSE.reading(listed.read) : countWords(search.rows.length, all)
  const { selection, isSelecting } = list

  // What appears and goes with the selection: below the search, or on a phone in reach of the thumb.
  const dock = (
    <>
      <Said bulk={bulk} listed={listed} />
      {isSelecting ? (
        <BulkBar
          count={selection.selected.size}
          tags={names().tags.map(({ value }) => value)}
          decks={listed.decks}
          isBusy={bulk.isBusy}
          isNarrow={isNarrow}
          onChange={(change) =>
            bulk.onChange(
              search.rows.filter(({ cardId }) => selection.selected.has(cardId)),
              change,
            )
          }
          onAll={() => list.onAct({ kind: 'all' })}
          onDone={() => list.onAct({ kind: 'none' })}
        />
      ) : null}
    </>
  )

  return (
    <>
      <Page title={BROWSE.screen} heading={count} lead={isNarrow ? null : <NewCard />}>
        <output className="vh">{search.isWaiting ? '' : count}</output>
        <div ref={above} className={styles['above']}>
          <SearchField
            field={field}
            value={search.text}
            problem={search.problem && { ...search.problem, words: problemWords(search.problem) }}
            suggestionsAt={(query, caret) => explained(suggestionsAt(query, caret, names()))}
            onChange={search.onText}
            onSettle={search.onSettle}
            onLeave={() => focusRow(grid.current, selection.active)}
          />
          {isNarrow ? null : dock}
        </div>
        <Tools
          search={search}
          settings={settings}
          columns={columns}
          isNarrow={isNarrow}
          onColumns={setColumns}
          onSelect={isNarrow && !isSelecting ? list.onSelecting : null}
        />
        {bulk.said ? null : <LastAct bulk={bulk} listed={listed} />}
        {search.rows.length === 0 && !search.isWaiting ? (
          <p className={`${styles['empty']} note`}>{BROWSE.empty}</p>
        ) : (
          <CardGrid
            rows={search.rows}
            columns={columns}
            sort={search.sort}
            selection={selection}
            isNarrow={isNarrow}
            isSelecting={isSelecting}
            textOf={textIn(listed, collection)}
            onAct={list.onAct}
            onSort={(by) => search.onSort(nextSort(search.sort, by))}
            onSeen={onSeen}
            above={above}
            grid={grid}
          />
        )}
      </Page>
      {isNarrow ? <div className={styles['dock']}>{dock}</div> : null}
    </>
  )
}

/** What stands in a column; nothing where a card's state is not read yet. */
function textIn({ known, day }: Listed, collection: Collection) {
  return (row: BrowseRow, id: ColumnId) => {
    const isKnown = id === 'question' || row.order < known
    return isKnown ? columnOf(id).textOf(row, day, collection) : null
  }
}

/** The selection of the list as it is now, and what its rows ask for. */
function useSelection({ rows, onSettle }: Pick<Search, 'rows' | 'onSettle'>) {
  const navigate = useNavigate()
  const [stored, setStored] = useState<Selection>(NOTHING_SELECTED)
  const [isSelecting, setSelecting] = useState(false)
  const ids = useMemo(() => rows.map(({ cardId }) => cardId), [rows])
  const selection = useMemo(() => keepListed(stored, ids), [stored, ids])

  const onAct = (act: RowAct) => {
    switch (act.kind) {
      case 'move':
        return setStored(moveTo(selection, act.index, ids))
      case 'extend':
        return setStored(extendTo(selection, act.index, ids))
      case 'toggle':
        return setStored(toggle(selection, act.index, ids))
      case 'all':
        return setStored(selectAll(selection, ids))
      case 'none':
        setSelecting(false)
        return setStored(selectNone(selection))
      default: {
        const row = rows[act.index]
        // One navigation would break off the other, and the way back would lead to an older search.
        return row && void onSettle().then(() => navigate(`/cards/${row.note.id}/${row.key}`))
      }
    }
  }
  return {
    selection,
    isSelecting: isSelecting || selection.selected.size > 0,
    onAct,
    onSelecting: () => setSelecting(true),
  }
}

/** The columns chosen; the question always is among them. */
function useColumns({ columns: stored }: BrowseSettings) {
  const app = useApp()
  const [columns, setColumns] = useState<readonly ColumnId[]>(() => {
    const known = stored?.filter(isColumnId) ?? DEFAULT_COLUMNS
    return ['question', ...known.filter((id) => id !== 'question')]
  })
  const change = (next: readonly ColumnId[]) => {
    setColumns(next)
    void deviceId(app.db, app.newId).then((device) => saveColumns(app.db, next, app.now(), device))
  }
  return [columns, change] as const
}
