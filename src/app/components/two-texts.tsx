import styles from './two-texts.module.css'

interface TwoTextsProps {
  /** Titles with their texts; line breaks are kept. */
  readonly sides: readonly { readonly title: string; readonly text: string }[]
}

/** The same place in two texts, side by side where there is room. */
export function TwoTexts({ sides }: TwoTextsProps) {
  return (
    <div className={styles['sides']}>
      {sides.map(({ title, text }) => (
        <div key={title}>
          <p className="small">{title}</p>
          <p className={styles['text']}>{text}</p>
        </div>
      ))}
    </div>
  )
}
