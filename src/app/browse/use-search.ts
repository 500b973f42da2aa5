import { useDeferredValue, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { parseQuery } from '../../core/search/parse.ts'
import type { Problem, Query } from '../../core/search/parse.ts'
import { searchRows } from '../../core/search/search.ts'
import type { Collection } from './collection.ts'
import type { Listed } from './listed.ts'
import type { BrowseRow } from './rows.ts'
import { sortedRows, sortOf, sortText } from './sort.ts'
import type { Sort } from './sort.ts'

/** A query that was understood, with its text. */
interface Understood {
  readonly text: string
  readonly query: Query
}

export interface Search {
  /** What stands in the field. */
  readonly text: string
  readonly onText: (text: string) => void
  /** The text is left: the address follows at once. Settled before the page is left for another. */
  readonly onSettle: () => Promise<void>
  /** Why it is not understood; the cards are then those of what stands before the problem. */
  readonly problem: Problem | null
  /** The text that the cards are found by. */
  readonly found: string
  readonly rows: readonly BrowseRow[]
  /** Whether the cards cannot be known yet, as the texts are still being read. */
  readonly isWaiting: boolean
  readonly sort: Sort | null
  readonly onSort: (sort: Sort | null) => void
  /** The order as it stands in the address. */
  readonly sortName: string | null
  /** Takes over another search, with its order. */
  readonly onWhole: (query: string, sort: string | null) => void
}

/** How long after the last key press the address follows; browsers refuse too many changes of it. */
const PAUSE_MS = 300

/** The search of the list: at hand while it is typed, in the address for reloads, links and going back. */
export function useSearch(listed: Listed, collection: Collection): Search {
  const [params, setParams] = useSearchParams()
  const navigate = useNavigate()
  const asked = params.get('q') ?? ''
  const by = params.get('sort')
  const [text, setText] = useState(asked)
  const [understood, setUnderstood] = useState(() => understand(asked) ?? understand(''))
  const sort = useMemo(() => sortOf(by), [by])

  const onText = (next: string) => {
    setText(next)
    setUnderstood((before) => understand(next) ?? before)
  }
  const onSettle = useAddress({ text, asked }, onText, (next) =>
    navigate(
      { search: withParam(params, 'q', next).toString() },
      { replace: true, preventScrollReset: true },
    ),
  )

  const shown = useDeferredValue(understood)
  const query = shown?.query ?? null
  const ratedDays = query?.ratedDays ?? 0
  useEffect(() => void collection.wantRatings(ratedDays), [collection, ratedDays])

  const { rows: all, day, known } = listed
  const isAsked = sort !== null || (shown?.text ?? '').trim() !== ''
  const sorted = useMemo(
    () => sortedRows({ rows: all, day }, sort, collection),
    [all, day, sort, collection],
  )
  const rows = useMemo(
    () => (query ? searchRows(query, sorted, day) : sorted),
    [query, sorted, day],
  )
  const problem = useMemo(() => parseQuery(text).problem, [text])
  return {
    text,
    onText,
    onSettle,
    problem,
    found: shown?.text ?? '',
    rows,
    isWaiting:
      (isAsked && known < all.length) ||
      (query?.needsText === true && listed.read < 1) ||
      (query?.needsLeeches === true && !listed.leechesKnown) ||
      ratedDays > listed.ratedDays,
    sort,
    sortName: sortText(sort),
    onWhole: (next, order) =>
      setParams((now) => withParam(withParam(now, 'q', next), 'sort', order)),
    onSort: (next) =>
      setParams((now) => withParam(now, 'sort', sortText(next)), {
        replace: true,
        preventScrollReset: true,
      }),
  }
}

/** Writes the text into the address a moment after it was typed, and takes over what comes from there. */
function useAddress(
  { text, asked }: { readonly text: string; readonly asked: string },
  onText: (text: string) => void,
  write: (text: string) => void | Promise<void>,
): () => Promise<void> {
  const own = useRef(asked)
  const written = useRef<void | Promise<void>>(undefined)
  const settle = async () => {
    if (text !== own.current) {
      own.current = text
      written.current = write(text)
    }
    await written.current
  }
  const settleLater = useEffectEvent(() => void settle())
  const adopt = useEffectEvent((next: string) => {
    if (next === own.current) return
    own.current = next
    onText(next)
  })
  useEffect(() => {
    const timer = setTimeout(() => settleLater(), PAUSE_MS)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- each key press begins the pause anew
  }, [text])
  useEffect(() => adopt(asked), [asked])
  return settle
}

/** A text as far as it is understood: up to its problem, if it has one. */
function understand(text: string): Understood | null {
  const { query, problem } = parseQuery(text)
  if (query) return { text, query }
  const before = text.slice(0, problem.from)
  const start = parseQuery(before).query
  return start && { text: before, query: start }
}

function withParam(params: URLSearchParams, name: string, value: string | null): URLSearchParams {
  const next = new URLSearchParams(params)
  if (value) next.set(name, value)
  else next.delete(name)
  return next
}
