import styles from './mark.module.css'

/** The sign of Cirrus: three strokes of a high, thin cloud. Decoration beside the name. */
export function Mark() {
  return (
    <svg className={styles['mark']} viewBox="0 0 24 24" aria-hidden="true">
      <path d="M3 9.5C7.5 9.5 9 5 13.5 5c2.6 0 4.2 1.6 4.2 3.4 0 1.5-1.1 2.6-2.5 2.6" />
      <path d="M2.5 14c5.5 0 8-1.5 12-1.5 3.6 0 6 1 7 2.8" />
      <path d="M7 18.5c3.2 0 5.2-1.4 8.2-1.4 1.7 0 2.9.4 3.8 1.2" />
    </svg>
  )
}
