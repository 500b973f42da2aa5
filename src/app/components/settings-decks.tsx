import { useRef, useState } from 'react'
import { Link } from 'react-router'
import { notesWords, OWN_DECKS } from '../words/own-decks.ts'
import { Button } from './button.tsx'
import { DeckNameDialog } from './deck-name-dialog.tsx'
import { Notice } from './notice.tsx'
import { Section } from './section.tsx'
import styles from './settings-decks.module.css'

interface Deck {
  readonly id: string
  readonly title: string
  readonly notes: number
}

interface SettingsDecksProps {
  readonly decks: readonly Deck[]
  /** Both say why it could not be done, or null. */
  readonly onRename: (id: string, title: string) => Promise<string | null>
  readonly onDelete: (id: string) => Promise<string | null>
}

/** The learner's decks: to rename, and to delete while nothing is in them. */
export function SettingsDecks({ decks, onRename, onDelete }: SettingsDecksProps) {
  const [naming, setNaming] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const section = useRef<HTMLDivElement>(null)
  const named = decks.find(({ id }) => id === naming)

  const remove = async ({ id, title }: Deck) => {
    const reason = await onDelete(id)
    setProblem(reason)
    if (reason !== null) return
    setSaid(OWN_DECKS.deleted(title))
    // The button went with its deck.
    section.current?.focus()
  }
  const rename = async (id: string, title: string) => {
    const reason = await onRename(id, title)
    if (reason !== null) return reason
    setProblem(null)
    setSaid(OWN_DECKS.renamed(title))
    setNaming(null)
    return null
  }
  if (decks.length === 0 && said === '') return null
  return (
    <Section title={OWN_DECKS.title}>
      <div ref={section} tabIndex={-1}>
        <p className={`${styles['note']} note`}>{OWN_DECKS.hint}</p>
        <ul className={styles['decks']}>
          {decks.map((deck) => (
            <li key={deck.id}>
              <div className={styles['deck']}>
                <Title deck={deck} />
                <p className="small num">{notesWords(deck.notes)}</p>
              </div>
              <div className={styles['acts']}>
                <Button
                  look="plain"
                  compact
                  aria-haspopup="dialog"
                  aria-label={OWN_DECKS.renameDeck(deck.title)}
                  onClick={() => setNaming(deck.id)}
                >
                  {OWN_DECKS.rename}
                </Button>
                {deck.notes === 0 ? (
                  <Button
                    look="plain"
                    compact
                    aria-label={OWN_DECKS.deleteDeck(deck.title)}
                    onClick={() => void remove(deck)}
                  >
                    {OWN_DECKS.remove}
                  </Button>
                ) : null}
              </div>
            </li>
          ))}
        </ul>
        {problem === null ? null : <Notice kind="error">{problem}</Notice>}
        <output className={`${styles['said']} note`}>{said}</output>
      </div>
      <DeckNameDialog
        title={named?.title ?? null}
        onClose={() => setNaming(null)}
        onName={async (title) => (named ? rename(named.id, title) : null)}
      />
    </Section>
  )
}

function Title({ deck: { id, title, notes } }: { readonly deck: Deck }) {
  if (notes === 0) return <span>{title}</span>
  return (
    <Link
      to={`/browse?q=${encodeURIComponent(`deck:${id}`)}`}
      aria-label={OWN_DECKS.browseDeck(title)}
    >
      {title}
    </Link>
  )
}
