import { useState } from 'react'
import { Link } from 'react-router'
import { textOfHtml } from '../../core/card-title.ts'
import type { ResultLine } from '../mock/load-result.ts'
import { verdictOf } from '../mock/question-view.tsx'
import { durationWords } from '../words/card.ts'
import { dateName } from '../words/dates.ts'
import { RESULT, RUN } from '../words/mock.ts'
import { NOTES } from '../words/study.ts'
import { sourceName } from './card-notes.tsx'
import { Html } from './html.tsx'
import { MockAnswer } from './mock-answer.tsx'
import styles from './mock-lines.module.css'

interface MockLinesProps {
  readonly lines: readonly ResultLine[]
  /** Every line is open, as for printing. */
  readonly areOpen: boolean
  /** What is said where there are none. */
  readonly none: string
}

/** Questions of a run, each to be opened: what was answered, every reason, its source, and what teaches it. */
export function MockLines({ lines, areOpen, none }: MockLinesProps) {
  if (lines.length === 0) return <p className={`${styles['empty']} note`}>{none}</p>
  return (
    <div className={styles['list']}>
      {lines.map((line) => (
        <Line key={line.q} line={line} isForced={areOpen} />
      ))}
    </div>
  )
}

function Line({ line, isForced }: { readonly line: ResultLine; readonly isForced: boolean }) {
  const [isOpen, setOpen] = useState(false)
  const { q, item, asked } = line
  const { words, look } = verdictOf(item, asked)
  return (
    <details
      className={styles['line']}
      open={isOpen || isForced}
      onToggle={({ currentTarget }) => {
        if (!isForced) setOpen(currentTarget.open)
      }}
    >
      <summary className={styles['summary']}>
        <span className={styles['number']}>{q + 1}</span>
        <span className={styles['title']}>{item.title}</span>
        <span className={`${styles['about']} small`}>
          <span className={styles[look]}>{words}</span> {aboutWords(line)}
        </span>
      </summary>
      {isOpen || isForced ? <Body line={line} /> : null}
    </details>
  )
}

/** "sure, 1 min 20 s; changed, and it hurt; asked before". */
function aboutWords({ asked, mark, isRepeat }: ResultLine): string {
  const trust = asked.trust ? RUN.trust[asked.trust] : null
  const isChanged = mark.first !== null && mark.first !== mark.points
  return [
    RESULT.you(trust, durationWords(asked.spentMs)),
    isChanged ? RESULT.changedFrom[mark.points > (mark.first ?? 0) ? 'helped' : 'hurt'] : null,
    isRepeat ? RESULT.repeated : null,
  ]
    .filter((each) => each !== null)
    .join('; ')
}

function Body({ line }: { readonly line: ResultLine }) {
  const { item, note, asked, domain, skill, cards, isTextNew } = line
  return (
    <div className={styles['body']}>
      {isTextNew ? <p className="small">{RESULT.textChanged}</p> : null}
      {item.stem ? <Html html={item.stem} className={styles['stem']} /> : null}
      {textOfHtml(item.question.ask) === item.title ? null : (
        <Html html={item.question.ask} className={styles['asked']} />
      )}
      <MockAnswer item={item} answer={asked.answer} />
      <dl className={`${styles['facts']} note`}>
        <div>
          <dt>{RESULT.domainOf}</dt>
          <dd>{domain}</dd>
        </div>
        <div>
          <dt>{RESULT.skill}</dt>
          <dd>{skill}</dd>
        </div>
        <div>
          <dt>{note.sources.length > 1 ? NOTES.sources : NOTES.source}</dt>
          {note.sources.map(({ url, readOn }) => (
            <dd key={url}>
              <a href={url} target="_blank" rel="noopener noreferrer">
                {sourceName(url)}
              </a>{' '}
              {readOn ? NOTES.readOn(dateName(readOn)) : null}
            </dd>
          ))}
        </div>
        <div>
          <dt>{RESULT.teach}</dt>
          {cards.length === 0 ? <dd>{RESULT.noCards}</dd> : null}
          {cards.map(({ cardId, to, title }) => (
            <dd key={cardId}>
              <Link to={to}>{title}</Link>
            </dd>
          ))}
        </div>
      </dl>
    </div>
  )
}
