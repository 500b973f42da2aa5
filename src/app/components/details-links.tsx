import { Link } from 'react-router'
import styles from './details-links.module.css'

export interface DetailsLink {
  /** A path of the app, or an address outside. */
  readonly to: string
  readonly title: string
  /** A figure or a state at the right end. */
  readonly figure?: string
  /** A line below. */
  readonly remark?: string
}

interface DetailsLinksProps {
  readonly links: readonly DetailsLink[]
}

/** Links to other cards or parts, or to pages outside, one to a line. */
export function DetailsLinks({ links }: DetailsLinksProps) {
  return (
    <ul className={styles['links']}>
      {links.map(({ to, title, figure, remark }) => (
        <li key={to}>
          {to.startsWith('https:') ? (
            <a href={to} target="_blank" rel="noopener noreferrer">
              {title}
            </a>
          ) : (
            <Link to={to}>{title}</Link>
          )}
          {figure ? <span className={`${styles['figure']} small num`}>{figure}</span> : null}
          {remark ? <span className={`${styles['remark']} small`}>{remark}</span> : null}
        </li>
      ))}
    </ul>
  )
}
