import { createCssVariablesTheme, createHighlighter } from 'shiki'
import type { Highlight } from '../core/render/body.ts'
import { codeHtml, GRAMMARS, grammarOf } from '../core/render/code-html.ts'

const THEME = createCssVariablesTheme({ variablePrefix: '--shiki-', fontStyle: false })

/** Makes a highlighter. That takes a moment, so one is made for all decks. */
export async function createHighlight(): Promise<Highlight> {
  const highlighter = await createHighlighter({
    themes: [THEME],
    langs: [...new Set(Object.values(GRAMMARS))],
  })
  return (code, lang) => {
    const grammar = grammarOf(lang)
    const lines = grammar && highlighter.codeToTokensBase(code, { lang: grammar, theme: THEME })
    return codeHtml(code, grammar, lines)
  }
}
