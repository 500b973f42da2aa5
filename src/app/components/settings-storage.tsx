import { useFetcher } from 'react-router'
import { SETTINGS, storageWords } from '../words/settings.ts'
import { Button } from './button.tsx'
import { LinkButton } from './link-button.tsx'
import { Section } from './section.tsx'
import styles from './settings-storage.module.css'

interface SettingsStorageProps {
  /** Bytes; null where the browser does not say. */
  readonly use: { readonly usage: number; readonly quota: number } | null
  readonly isPersisted: boolean | null
}

/** How much is stored, and whether the browser may clear it by itself. */
export function SettingsStorage({ use, isPersisted }: SettingsStorageProps) {
  const fetcher = useFetcher<{ readonly persisted: boolean | null }>()
  const isRefused = fetcher.data?.persisted === false
  return (
    <Section title={SETTINGS.storage}>
      <p className={`${styles['text']} note num`}>
        {use ? storageWords(use.usage, use.quota) : SETTINGS.storageUnknown}
      </p>
      <p className={`${styles['text']} note`}>{protectionWords(isPersisted)}</p>
      <output className={`${styles['text']} note`}>{isRefused ? SETTINGS.refused : null}</output>
      <LinkButton look="word" to="/backup">
        {SETTINGS.backup}
      </LinkButton>
      <LinkButton look="word" to="/import">
        {SETTINGS.import}
      </LinkButton>
      <LinkButton look="word" to="/privacy">
        {SETTINGS.privacy}
      </LinkButton>
      {isPersisted === false ? (
        <Button
          look="plain"
          compact
          aria-disabled={fetcher.state !== 'idle'}
          onClick={() =>
            void fetcher.submit({ persist: true }, { method: 'post', encType: 'application/json' })
          }
        >
          {SETTINGS.ask}
        </Button>
      ) : null}
    </Section>
  )
}

function protectionWords(isPersisted: boolean | null): string {
  if (isPersisted === null) return SETTINGS.protectionUnknown
  return isPersisted ? SETTINGS.protected : SETTINGS.notProtected
}
