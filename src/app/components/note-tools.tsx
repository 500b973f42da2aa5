import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { EDITOR, keysWords, TOOLS } from '../words/editor.ts'
import styles from './note-tools.module.css'

export type Tool = keyof typeof TOOLS

interface NoteToolsProps {
  /** Those that make sense for the field in use. */
  readonly tools: readonly Tool[]
  readonly onTool: (tool: Tool) => void
  readonly onImages: (files: readonly File[]) => void
}

const SIGNS: Readonly<Record<Tool, string>> = {
  bold: 'B',
  code: '<>',
  block: '{ }',
  gap: '[…]',
  list: '•—',
  table: '▦',
}

/** What can be done to the text in the field that was used last. One stop of the Tab key; arrows move. */
export function NoteTools({ tools, onTool, onImages }: NoteToolsProps) {
  const [at, setAt] = useState(0)
  const bar = useRef<HTMLDivElement>(null)
  const files = useRef<HTMLInputElement>(null)
  const count = tools.length + 1
  const current = Math.min(at, count - 1)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = (current + step + count) % count
    setAt(next)
    bar.current?.querySelectorAll('button')[next]?.focus()
  }
  return (
    <div
      ref={bar}
      className={styles['tools']}
      role="toolbar"
      aria-label={EDITOR.tools}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      // The field keeps the focus and its selection when a button is pressed.
      onMouseDown={(event) => event.preventDefault()}
    >
      {tools.map((tool, index) => (
        <button
          key={tool}
          type="button"
          className={styles['tool']}
          tabIndex={index === current ? 0 : -1}
          title={`${TOOLS[tool].name} (${keysWords(TOOLS[tool].keys)})`}
          aria-label={TOOLS[tool].name}
          aria-keyshortcuts={TOOLS[tool].keys}
          onFocus={() => setAt(index)}
          onClick={() => onTool(tool)}
        >
          <span aria-hidden="true" className={styles[tool]}>
            {SIGNS[tool]}
          </span>
        </button>
      ))}
      <button
        type="button"
        className={`${styles['tool']} ${styles['image']}`}
        tabIndex={current === tools.length ? 0 : -1}
        title={EDITOR.imageLimits}
        onFocus={() => setAt(tools.length)}
        onClick={() => files.current?.click()}
      >
        {EDITOR.image}
      </button>
      <input
        ref={files}
        type="file"
        accept="image/*"
        multiple
        hidden
        onChange={({ target }) => {
          onImages([...(target.files ?? [])])
          target.value = ''
        }}
      />
    </div>
  )
}
