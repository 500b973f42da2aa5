import { Link } from 'react-router'
import type { PlaceLink } from '../details/places.ts'
import styles from './details-place.module.css'
import { Ticks } from './ticks.tsx'

/** Where a card stands in the outline, and the way up to its skill. */
export function DetailsPlace({ place }: { readonly place: PlaceLink }) {
  return (
    <p className={styles['place']}>
      <Link to={place.to} aria-label={place.up} className={styles['up']}>
        <svg width="9" height="14" viewBox="0 0 9 14" aria-hidden="true">
          <path d="M7.5 1 1.5 7l6 6" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </Link>
      <Ticks at={place.domainNumber} of={place.domains} />
      <span>{place.title}</span>
    </p>
  )
}
