import { memo } from 'react'
import type { Question } from '../study/question.ts'
import { Html } from './html.tsx'
import styles from './question-text.module.css'

interface QuestionTextProps {
  readonly question: Question
  /** Shown: a cloze then has its answer in place. */
  readonly answered: boolean
  /** Plain words for a question that is too large for a heading, such as one with a table. */
  readonly title: string
  readonly id: string
  readonly heading?: 'h1' | 'h2'
  /** The author's hint was asked for: it stands in its gap. */
  readonly hinted?: boolean
}

const BLOCKS = /<(p|ul|ol|pre|table|blockquote|h\d|div)\b/i
/** Characters from which the question is set a size smaller. */
const LONG = 160

/** The question, as the heading of the page; the focus can be moved to it. */
export const QuestionText = memo(function QuestionText(props: QuestionTextProps) {
  const { question, answered, title, id, heading: Heading = 'h1', hinted = false } = props
  if (question.kind === 'which') return <RowText question={question} id={id} as={Heading} />

  const inPlace = question.kind === 'recall' && question.inPlace && answered
  const isHinted = question.kind === 'recall' && hinted
  const html = inPlace ? question.answer : isHinted ? question.hinted : question.ask
  const className = `${styles['question']} ${html.length > LONG ? styles['long'] : ''}`
  if (!BLOCKS.test(html)) {
    return <Html as={Heading} html={html} className={className} id={id} tabIndex={-1} />
  }
  return (
    <>
      <Heading className="vh" id={id} tabIndex={-1}>
        {title}
      </Heading>
      <Html html={html} className={className} />
    </>
  )
})

interface RowTextProps {
  readonly question: Extract<Question, { kind: 'which' }>
  readonly id: string
  readonly as: 'h1' | 'h2'
}

/** The same question over several rows: the row is what is asked now. */
function RowText({ question, id, as: Heading }: RowTextProps) {
  return (
    <Heading className={styles['rows']} id={id} tabIndex={-1}>
      <Html as="span" html={question.ask} className={styles['lead']} />
      <Html as="span" html={question.row.html} className={styles['question']} />
    </Heading>
  )
}
