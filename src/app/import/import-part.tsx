import { useEffect, useRef, useState } from 'react'
import { formatMessage, isError } from '../../core/deck/message.ts'
import type { DuplicateChoice } from '../../core/import/duplicates.ts'
import { useApp } from '../app.ts'
import { Button } from '../components/button.tsx'
import { DuplicateChoiceField } from '../components/duplicate-choice.tsx'
import { LeftLists } from '../components/left-list.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Notice } from '../components/notice.tsx'
import { Section } from '../components/section.tsx'
import { TableMappingForm } from '../components/table-mapping.tsx'
import { TaskProgress } from '../components/task-progress.tsx'
import * as words from '../words/import.ts'
import { TAKE_BACK } from '../words/take-back.ts'
import part from '../components/part.module.css'
import styles from './parts.module.css'
import type { Preview } from './tasks.ts'
import { useImport } from './use-import.ts'
import type { Chosen, Importing } from './use-import.ts'

const { IMPORT } = words

/** The part of the page that takes in a file: choose it, look at what it brings, decide, do it. */
export function ImportPart() {
  const importing = useImport()
  const { running, share, problem, chosen, done, takenBack, onFile, onCancel } = importing
  const input = useRef<HTMLInputElement>(null)
  return (
    <Section title={IMPORT.import}>
      <p className={`${part['text']} note`}>{IMPORT.note}</p>
      {problem ? <Notice kind="error">{problem}</Notice> : null}
      {running === 'takeBack' ? (
        <TaskProgress label={TAKE_BACK.busy} share={share} />
      ) : running === 'import' || (running && !chosen) ? (
        <TaskProgress
          label={running === 'read' ? IMPORT.reading : IMPORT.importing}
          share={share}
          onCancel={onCancel}
        />
      ) : (
        <div className={part['acts']}>
          <Button look={chosen ? 'word' : 'accent'} onClick={() => input.current?.click()}>
            {chosen ? IMPORT.other : IMPORT.choose}
          </Button>
        </div>
      )}
      <input
        ref={input}
        type="file"
        hidden
        aria-label={IMPORT.choose}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) onFile(file)
          // The same file can be chosen again.
          currentTarget.value = ''
        }}
      />
      <output className={`${part['said']} note num`}>
        {done ? words.doneWords(done) : takenBack}
      </output>
      {done ? <LeftLists left={done.leftImages} /> : null}
      {done ? (
        <div className={part['acts']}>
          <LinkButton look="word" to="/browse">
            {IMPORT.browse}
          </LinkButton>
          {done.importId === null ? null : (
            <Button look="word" onClick={importing.onTakeBack}>
              {TAKE_BACK.act}
            </Button>
          )}
        </div>
      ) : null}
      {chosen && running !== 'import' ? (
        <PreviewView key={chosen.file.name} chosen={chosen} importing={importing} />
      ) : null}
    </Section>
  )
}

interface PreviewProps {
  readonly chosen: Chosen
  readonly importing: Importing
}

function PreviewView({ chosen, importing }: PreviewProps) {
  const { file, preview } = chosen
  const app = useApp()
  const heading = useRef<HTMLHeadingElement>(null)
  const [choice, setChoice] = useState<DuplicateChoice>('skip')
  // It appears below the button that was pressed: who cannot see it is led there.
  useEffect(() => heading.current?.focus(), [])
  const { fresh, same, differing, left, examples, decks, lastAt, messages } = preview
  const lines = words.previewLines(preview, app.utcOffsetMin(lastAt ?? app.now()))
  return (
    <div className={styles['preview']}>
      <h3 className="h2" ref={heading} tabIndex={-1}>
        {IMPORT.preview(file.name)}
      </h3>
      <TablePart {...{ chosen, importing }} />
      {messages.length > 0 ? <Messages preview={preview} /> : null}
      {preview.notes > 0 ? (
        <>
          <ul className={`${styles['lines']} note num`}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
            <li>{words.standingWords(fresh, same, differing)}</li>
          </ul>
          <details className={styles['decks']}>
            <summary className="note num">{`${IMPORT.decks} (${decks.length})`}</summary>
            <ul className={`${styles['lines']} note num`}>
              {decks.map(({ title, notes }) => (
                <li key={title}>{words.deckWords(title, notes)}</li>
              ))}
            </ul>
          </details>
        </>
      ) : null}
      <LeftLists left={left} />
      {preview.kind === 'anki' ? (
        <p className={`${part['text']} small`}>{IMPORT.leftNote}</p>
      ) : null}
      {differing > 0 ? (
        <DuplicateChoiceField examples={examples} value={choice} onChange={setChoice} />
      ) : null}
      <Acts {...{ preview, importing, choice }} />
    </div>
  )
}

interface ActsProps {
  readonly preview: Preview
  readonly importing: Importing
  readonly choice: DuplicateChoice
}

function Acts({ preview, importing, choice }: ActsProps) {
  const { fresh, differing, freshAnswers, notes, messages } = preview
  const writes = fresh + (choice === 'skip' ? 0 : differing)
  const canImport = !messages.some(isError) && notes > 0 && (writes > 0 || freshAnswers > 0)
  return (
    <>
      {canImport || messages.some(isError) ? null : (
        <Notice isSilent>{notes > 0 ? IMPORT.nothing : words.problemWords('empty')}</Notice>
      )}
      <div className={part['acts']}>
        {canImport ? (
          <Button
            aria-disabled={importing.running !== null}
            onClick={() => importing.running === null && importing.onImport(choice)}
          >
            {writes > 0 ? IMPORT.go(writes) : IMPORT.goAnyway}
          </Button>
        ) : null}
        <Button look="plain" onClick={importing.onClose}>
          {IMPORT.cancel}
        </Button>
      </div>
    </>
  )
}

function TablePart({ chosen, importing }: PreviewProps) {
  const { table } = chosen.preview
  if (!table) return null
  return (
    <TableMappingForm
      {...table}
      onChange={(delimiter, mapping) => importing.onTable({ delimiter, mapping })}
    />
  )
}

const MOST_MESSAGES = 50

function Messages({ preview: { messages } }: { readonly preview: Preview }) {
  const hasErrors = messages.some(isError)
  return (
    <>
      {hasErrors ? <Notice kind="error">{IMPORT.messagesStop}</Notice> : null}
      <details open={hasErrors} className={styles['decks']}>
        <summary className="note num">{`${IMPORT.messages} (${messages.length})`}</summary>
        <ul className={`${styles['messages']} small`}>
          {messages.slice(0, MOST_MESSAGES).map((message) => (
            <li key={formatMessage(message)}>{formatMessage(message)}</li>
          ))}
        </ul>
      </details>
    </>
  )
}
