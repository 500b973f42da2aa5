import styles from './mark.module.css'

/** The sign of Cirrus: three strokes of a high, thin cloud. Decoration beside the name. */
export function Mark() {
  return (
    <svg className={styles['mark']} viewBox="76 104 360 310" aria-hidden="true">
      <path d="M102 242C190 242 212 130 304 130c51 0 84 27 84 63 0 23-15 39-37 40" />
      <path d="M96 322c118 0 148-36 226-36 50 0 80 15 96 38" />
      <path d="M176 396c66 0 94-28 148-28 29 0 49 8 62 21" />
    </svg>
  )
}
