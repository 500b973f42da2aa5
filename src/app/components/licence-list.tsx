import { useState } from 'react'
import { packageCount } from '../words/about.ts'
import styles from './licence-list.module.css'

interface Packaged {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly text: string
}

/** Packages by others, folded until they are wanted; each opens its licence. */
export function LicenceList({ packages }: { readonly packages: readonly Packaged[] }) {
  return (
    <details className={`${styles['package']} ${styles['list']}`}>
      <summary>
        <span className={styles['name']}>{packageCount(packages.length)}</span>
      </summary>
      <ul>
        {packages.map((each) => (
          <li key={`${each.name} ${each.version}`}>
            <Licence {...each} />
          </li>
        ))}
      </ul>
    </details>
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
