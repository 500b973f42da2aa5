import styles from './skeleton.module.css'

interface SkeletonProps {
  /** Said to screen readers in place of the grey lines. */
  readonly label: string
  readonly lines?: number
}

/** Grey lines where text will be. They appear after 300 ms: what is quick shows nothing in between. */
export function Skeleton({ label, lines = 4 }: SkeletonProps) {
  return (
    <output className={styles['skeleton']}>
      <span className="vh">{label}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={styles['line']} />
      ))}
    </output>
  )
}
