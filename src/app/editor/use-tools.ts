import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { saveMedia } from '../../db/media.ts'
import { OWN_IMAGE } from '../../core/text/images.ts'
import { useApp } from '../app.ts'
import type { Tool } from '../components/note-tools.tsx'
import { EDITOR } from '../words/editor.ts'
import { imageOfFile, ImageRefused } from './image-file.ts'
import { asCode, asCodeBlock, asGap, asList, withImage, withTable, wrapped } from './typing.ts'
import type { Edit, Typed } from './typing.ts'

const EDITS: Readonly<Record<Tool, (typed: Typed) => Edit>> = {
  bold: (typed) => wrapped(typed, '**'),
  code: asCode,
  block: asCodeBlock,
  gap: asGap,
  list: asList,
  table: withTable,
}

/** The toolbar's acts on the field that was used last, their keys, and images that are brought in. */
export function useTools(tools: readonly Tool[], onSay: (words: string) => void) {
  const { db, now } = useApp()
  const field = useRef<HTMLTextAreaElement | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const act = (tool: Tool) => {
    if (field.current?.isConnected && !isCode(field.current)) {
      applyTo(field.current, EDITS[tool](typedIn(field.current)))
    }
  }
  const addImages = async (target: HTMLTextAreaElement | null, files: readonly File[]) => {
    setProblem(null)
    for (const file of files) {
      try {
        const image = await imageOfFile(file, now())
        await saveMedia(db, image)
        if (target?.isConnected) {
          const address = `${OWN_IMAGE}${image.id}`
          applyTo(target, withImage(typedIn(target), address, EDITOR.imageWords))
          onSay(EDITOR.imageAdded)
        }
      } catch (error) {
        if (!(error instanceof ImageRefused)) throw error
        setProblem(EDITOR.imageProblems[error.problem])
      }
    }
  }
  return {
    problem,
    onFocus: (target: HTMLTextAreaElement) => {
      field.current = target
    },
    onTool: act,
    onImages: (files: readonly File[]) => addImages(field.current, files),
    onFiles: (target: HTMLTextAreaElement, files: readonly File[]) => addImages(target, files),
    onKeyDown: (event: KeyboardEvent) => {
      const tool = toolOfKey(event)
      if (!tool || !tools.includes(tool) || event.target !== field.current) return
      event.preventDefault()
      act(tool)
    },
  }
}

function toolOfKey({ ctrlKey, metaKey, altKey, shiftKey, code }: KeyboardEvent): Tool | null {
  if (!(ctrlKey || metaKey) || altKey) return null
  const keys: Readonly<Record<string, Tool>> = shiftKey
    ? { KeyC: 'gap', KeyE: 'block', Digit8: 'list', Digit9: 'table' }
    : { KeyB: 'bold', KeyE: 'code' }
  return keys[code] ?? null
}

function isCode(field: HTMLTextAreaElement): boolean {
  return field.dataset['code'] !== undefined
}

function typedIn({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Typed {
  return { value, start: selectionStart, end: selectionEnd }
}

/** As if it had been typed, so that the browser's own undo takes it back. */
function applyTo(field: HTMLTextAreaElement, { from, to, text, start, end }: Edit): void {
  field.focus()
  field.setSelectionRange(from, to)
  if (!typeInto(text)) {
    field.setRangeText(text, from, to)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  field.setSelectionRange(start, end)
}

function typeInto(text: string): boolean {
  try {
    // Deprecated, and the only way into a field's history of undo that there is.
    // oxlint-disable-next-line typescript/no-deprecated
    return document.execCommand('insertText', false, text)
  } catch {
    return false
  }
}
