import { use, useEffect, useState } from 'react'
import { Link } from 'react-router'
import { cardTitleOf, textOfHtml } from '../../core/card-title.ts'
import { choiceCounts } from '../../core/choice-counts.ts'
import { isLeech, surpriseOf } from '../../core/leech.ts'
import type { Surprise } from '../../core/leech.ts'
import { cardKeysOf, splitCardId } from '../../core/note.ts'
import type { CardId, Note } from '../../core/note.ts'
import { loadNotes } from '../notes/load-notes.ts'
import { reviewsOfCard } from '../../db/reviews.ts'
import type { App } from '../app.ts'
import { AppContext } from '../app.ts'
import { Button } from '../components/button.tsx'
import { sourceName } from '../components/card-notes.tsx'
import { LEECH } from '../words/leech.ts'
import { authorsOptions } from './attempt.ts'
import type { CardRules } from './card-rules.ts'
import { faceOf } from './question.ts'
import styles from './leech-help.module.css'

interface Trap {
  readonly text: string
  readonly times: number
}

interface Help {
  readonly surprise: Surprise
  /** The wrong option chosen most, if one was chosen more than once. */
  readonly trap: Trap | null
  readonly confusable: readonly { readonly to: string; readonly title: string }[]
}

interface LeechHelpProps {
  readonly cardId: CardId
  readonly note: Note
  readonly rules: Pick<CardRules, 'scheduler' | 'threshold'>
  readonly onRest: () => void
}

/** For a card that is forgotten again and again: what may help, in place of the same once more. */
export function LeechHelp({ cardId, note, rules, onRest }: LeechHelpProps) {
  const app = use(AppContext)
  const [help, setHelp] = useState<Help | null>(null)
  useEffect(() => {
    let isCurrent = true
    if (app) {
      void loadHelp(app, cardId, note, rules)
        .catch(() => null)
        .then((found) => isCurrent && setHelp(found))
    }
    return () => {
      isCurrent = false
    }
  }, [app, cardId, note, rules])
  if (!help) return null
  const { surprise, trap, confusable } = help
  return (
    <section className={styles['leech']} aria-label={LEECH.name}>
      <p>
        <strong>{LEECH.name}.</strong> {LEECH.why(surprise)}
      </p>
      <ul>
        {trap ? <li>{LEECH.trap(trap.text, trap.times)}</li> : null}
        {confusable.length > 0 ? (
          <li>
            {LEECH.confused}{' '}
            {confusable.map(({ to, title }) => (
              <Link key={to} to={to}>
                {title}
              </Link>
            ))}
          </li>
        ) : null}
        {note.sources.map(({ url }) => (
          <li key={url}>
            {LEECH.read}{' '}
            <a href={url} target="_blank" rel="noopener noreferrer">
              {sourceName(url)}
            </a>
          </li>
        ))}
      </ul>
      <Button look="plain" compact onClick={onRest}>
        {LEECH.rest}
      </Button>
    </section>
  )
}

/** Null for a card that sticks as well as is to be expected. */
async function loadHelp(
  app: App,
  cardId: CardId,
  note: Note,
  { scheduler, threshold }: LeechHelpProps['rules'],
): Promise<Help | null> {
  const reviews = await reviewsOfCard(app.db, cardId)
  const surprise = surpriseOf(reviews, scheduler)
  if (!isLeech(surprise, threshold)) return null
  const others = await loadNotes(app.db, note.confuse)
  const { key } = splitCardId(cardId)
  return {
    surprise,
    trap: trapOf(note, key, choiceCounts(reviews, note.rev)),
    confusable: [...others.values()].map((other) => {
      const [first = '1'] = cardKeysOf(other.body)
      const to = `/cards/${encodeURIComponent(other.id)}/${encodeURIComponent(first)}`
      return { to, title: cardTitleOf(other, first) }
    }),
  }
}

/** Once may be a slip; what was chosen twice is a trap. */
const FEWEST = 2

function trapOf(note: Note, key: string, counts: ReadonlyMap<string, number>): Trap | null {
  const question = faceOf(note, key)?.question
  if (!question) return null
  const [most] = authorsOptions(question)
    .filter(({ right }) => !right)
    .map((option) => ({ text: textOfHtml(option.html), times: counts.get(option.key) ?? 0 }))
    .toSorted((a, b) => b.times - a.times)
  return most && most.times >= FEWEST ? most : null
}
