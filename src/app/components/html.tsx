import { memo } from 'react'
import type { Html as HtmlText } from '../../core/note.ts'
import { sanitise } from './sanitise.ts'
import styles from './html.module.css'

interface HtmlProps {
  /** What the compiler of the decks made; it is sanitised again here. */
  readonly html: HtmlText
  readonly as?: 'div' | 'span' | 'p' | 'h1' | 'h2' | 'li' | 'dd'
  readonly className?: string | undefined
  readonly id?: string | undefined
  /** -1 makes it a place that the focus can be moved to. */
  readonly tabIndex?: number | undefined
}

/** A piece of a note's text. */
export const Html = memo(function Html({ html, as: Tag = 'div', className, ...rest }: HtmlProps) {
  const names = className ? `${styles['html']} ${className}` : styles['html']
  // oxlint-disable-next-line react/no-danger -- sanitised in the same breath
  return <Tag {...rest} className={names} dangerouslySetInnerHTML={{ __html: sanitise(html) }} />
})
