import { useEffect, useState } from 'react'
import { cardKeysOf } from '../../core/note.ts'
import type { StudyDb } from '../../db/db.ts'
import { notesByIds } from '../../db/notes.ts'
import { undecidedNotes } from '../../db/undecided.ts'
import { useApp } from '../app.ts'
import { LinkButton } from '../components/link-button.tsx'
import { useChanges } from '../hooks/use-changes.ts'
import { EDIT } from '../words/editor.ts'

/** Leads to the cards that a new version and the learner changed in different ways, if there are any. */
export function ToDecide() {
  const { db } = useApp()
  const [open, setOpen] = useState<Open | null>(null)
  const look = () => void openIn(db).then(setOpen, () => null)
  useEffect(() => void openIn(db).then(setOpen, () => null), [db])
  useChanges(look)
  if (!open) return null
  return (
    <LinkButton look="word" to={open.to}>
      {EDIT.toDecide(open.count)}
    </LinkButton>
  )
}

interface Open {
  readonly count: number
  readonly to: string
}

/** Those that still come up; a retired card has nothing to be decided for. */
async function openIn(db: StudyDb): Promise<Open | null> {
  const notes = [...(await notesByIds(db, await undecidedNotes(db))).values()]
  const [first, ...others] = notes.filter(({ retired }) => !retired)
  if (!first) return null
  const card = `/cards/${first.id}/${cardKeysOf(first.body)[0] ?? '1'}`
  const to = others.length > 0 ? '/browse?q=is:conflict' : card
  return { count: others.length + 1, to }
}
