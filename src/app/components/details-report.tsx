import { useId, useState } from 'react'
import { CARD } from '../words/card.ts'
import { Button } from './button.tsx'
import styles from './details-report.module.css'

/** Copies what a report of a mistake needs. Sends nothing, opens no other program. */
export function DetailsReport({ text }: { readonly text: string }) {
  const id = useId()
  const [result, setResult] = useState<'none' | 'copied' | 'failed'>('none')

  async function copy() {
    setResult((await copyText(text)) ? 'copied' : 'failed')
  }

  return (
    <div className={styles['report']}>
      <p className="small">{CARD.reportHint}</p>
      <div className={styles['line']}>
        <Button look="plain" compact onClick={() => void copy()}>
          {CARD.reportCopy}
        </Button>
        <output className="small">
          {result === 'copied' ? CARD.reportCopied : null}
          {result === 'failed' ? CARD.reportFailed : null}
        </output>
      </div>
      {result === 'failed' ? (
        <div>
          <label className="small" htmlFor={id}>
            {CARD.reportText}
          </label>
          <textarea
            ref={selectAll}
            id={id}
            className={styles['text']}
            rows={6}
            readOnly
            value={text}
          />
        </div>
      ) : null}
    </div>
  )
}

function selectAll(area: HTMLTextAreaElement | null): void {
  area?.focus()
  area?.select()
}

/** False where the browser has no clipboard or does not allow it, as outside of https. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
