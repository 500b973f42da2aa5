import { KEYS } from '../words/about.ts'
import styles from './key-list.module.css'

/** Every key and what it does, by screen. */
export function KeyList() {
  return KEYS.map(({ where, keys }) => (
    <div key={where} className={styles['group']}>
      <h3 className="small">{where}</h3>
      <dl>
        {keys.map(([key, action]) => (
          <div key={key} className={styles['key']}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{action}</dd>
          </div>
        ))}
      </dl>
    </div>
  ))
}
