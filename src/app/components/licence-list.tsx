import { useState } from 'react'
import styles from './licence-list.module.css'

interface Packaged {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly text: string
}

/** Packages by others, each of which opens its licence. */
export function LicenceList({ packages }: { readonly packages: readonly Packaged[] }) {
  return (
    <ul className={styles['list']}>
      {packages.map((each) => (
        <li key={`${each.name} ${each.version}`}>
          <Licence {...each} />
        </li>
      ))}
    </ul>
  )
}

function Licence({ name, version, licence, text }: Packaged) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={styles['package']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className={styles['name']}>{`${name} ${version}`}</span>
        <span className={styles['licence']}>{licence}</span>
      </summary>
      {isOpen ? <p className={`${styles['text']} small`}>{text}</p> : null}
    </details>
  )
}
