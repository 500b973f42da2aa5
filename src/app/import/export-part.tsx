import { useRef, useState } from 'react'
import { civilDate } from '../../core/civil-date.ts'
import { DAY_MS, MINUTE_MS } from '../../core/time.ts'
import { useApp } from '../app.ts'
import { downloadFile } from '../backup/save-file.ts'
import { Button } from '../components/button.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Notice } from '../components/notice.tsx'
import { Section } from '../components/section.tsx'
import { TaskProgress } from '../components/task-progress.tsx'
import { EXPORT } from '../words/import.ts'
import { inBackground } from './background.ts'
import type { ExportKind } from './export-tasks.ts'
import { ImportError } from './import-error.ts'
import part from '../components/part.module.css'
import styles from './parts.module.css'
import { problemOf } from './use-import.ts'

const KINDS = ['apkg', 'markdown', 'cards', 'log'] as const

/** Files for other programs, each by one button. */
export function ExportPart() {
  const { running, share, problem, said, onExport, onCancel } = useExport()
  return (
    <Section title={EXPORT.title}>
      <p className={`${part['text']} note`}>{EXPORT.note}</p>
      <LinkButton look="word" to="/backup">
        {EXPORT.backup}
      </LinkButton>
      {problem ? <Notice kind="error">{problem}</Notice> : null}
      {running ? <TaskProgress label={EXPORT.making} share={share} onCancel={onCancel} /> : null}
      <output className={`${part['said']} note`}>{said}</output>
      <ul className={styles['exports']}>
        {KINDS.map((kind) => (
          <li key={kind} className={styles['export']}>
            <Button
              look="plain"
              compact
              aria-disabled={running}
              aria-describedby={`export-${kind}`}
              onClick={() => onExport(kind)}
            >
              {EXPORT[kind].label}
            </Button>
            <span id={`export-${kind}`} className="small">
              {EXPORT[kind].hint}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const IDLE = { running: false, share: 0, problem: null as string | null, said: '' }
const NAMES: Readonly<Record<ExportKind, string>> = {
  apkg: 'cirrus-own-cards',
  markdown: 'cirrus-own-cards',
  cards: 'cirrus-cards',
  log: 'cirrus-history',
}

function useExport() {
  const app = useApp()
  const [state, setState] = useState(IDLE)
  const controller = useRef<AbortController | null>(null)
  const run = async (kind: ExportKind) => {
    if (controller.current) return
    const { signal } = (controller.current = new AbortController())
    setState({ ...IDLE, running: true })
    const onShare = (share: number) => setState((before) => ({ ...before, share }))
    try {
      const now = app.now()
      const utcOffsetMin = app.utcOffsetMin(now)
      const input = { kind, now, utcOffsetMin }
      const request = { dbName: app.db.name, name: 'export', input } as const
      const { file, ending } = await inBackground(request, { signal, onShare })
      const day = civilDate(Math.floor((now + utcOffsetMin * MINUTE_MS) / DAY_MS))
      const name = `${NAMES[kind]}-${day}.${ending}`
      downloadFile(file, name)
      setState({ ...IDLE, said: EXPORT.made(name) })
    } catch (error) {
      const isEmpty = error instanceof ImportError && error.problem === 'empty'
      setState({ ...IDLE, problem: isEmpty ? EXPORT.empty : problemOf(error) })
    } finally {
      controller.current = null
    }
  }
  return {
    ...state,
    onExport: (kind: ExportKind) => void run(kind),
    onCancel: () => controller.current?.abort(),
  }
}
