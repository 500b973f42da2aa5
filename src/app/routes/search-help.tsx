import { Link } from 'react-router'
import { STATES } from '../../core/search/states.ts'
import { TERM_NAMES, TERMS } from '../../core/search/terms.ts'
import { Page } from '../components/page.tsx'
import { Section } from '../components/section.tsx'
import type { Screen } from '../screen.ts'
import { SEARCH_HELP, SIGNS, STATE_WORDS, TERM_WORDS } from '../words/search.ts'
import styles from './search-help.module.css'

/** The search language, from the table that the parser goes by. */
export function searchHelpRoute(): Screen {
  return { Component: SearchHelpPage }
}

function SearchHelpPage() {
  return (
    <Page title={SEARCH_HELP.screen} heading={SEARCH_HELP.heading} lead={SEARCH_HELP.lead}>
      <p>
        <Link className={styles['back']} to="/browse">
          {SEARCH_HELP.back}
        </Link>
      </p>
      <Section title={SEARCH_HELP.basics}>
        <dl className={styles['terms']}>
          {SIGNS.map(([example, words]) => (
            <Entry key={example} examples={[example]} words={words} />
          ))}
        </dl>
      </Section>
      <Section title={SEARCH_HELP.terms}>
        <dl className={styles['terms']}>
          {TERM_NAMES.map((name) => (
            <Entry key={name} examples={TERMS[name].examples} words={TERM_WORDS[name]} />
          ))}
        </dl>
      </Section>
      <Section title={SEARCH_HELP.states}>
        <dl className={styles['terms']}>
          {Object.entries(STATE_WORDS)
            .filter(([name]) => Object.hasOwn(STATES, name))
            .map(([name, words]) => (
              <Entry key={name} examples={[`is:${name}`]} words={words} />
            ))}
        </dl>
      </Section>
    </Page>
  )
}

interface EntryProps {
  readonly examples: readonly string[]
  readonly words: string
}

/** Examples that can be tried, and what they find. */
function Entry({ examples, words }: EntryProps) {
  return (
    <div>
      <dt>
        {examples.map((example) => (
          <Link
            key={example}
            className="mono"
            to={`/browse?q=${encodeURIComponent(example)}`}
            aria-label={SEARCH_HELP.try(example)}
          >
            {example}
          </Link>
        ))}
      </dt>
      <dd>{words}</dd>
    </div>
  )
}
