import type { Highlight } from '../../core/render/body.ts'
import { codeHtml, grammarOf } from '../../core/render/code-html.ts'
import type { CodeToken, Grammar } from '../../core/render/code-html.ts'

type Tokenise = (code: string, grammar: Grammar) => readonly (readonly CodeToken[])[]

/** The same grammars as the decks have, each loaded when a note first needs it. */
const LANGUAGES = {
  bash: () => import('shiki/langs/bash.mjs'),
  powershell: () => import('shiki/langs/powershell.mjs'),
  bicep: () => import('shiki/langs/bicep.mjs'),
  json: () => import('shiki/langs/json.mjs'),
  kusto: () => import('shiki/langs/kusto.mjs'),
  yaml: () => import('shiki/langs/yaml.mjs'),
} as const

/** Code without colours: always at hand. */
export const plainHighlight: Highlight = (code) => codeHtml(code, null, null)

/**
 * A highlighter for these languages, named as authors name them. What cannot be loaded is shown without
 * colours: code must be readable without a network.
 */
export async function highlightFor(languages: Iterable<string>): Promise<Highlight> {
  const wanted = [...languages].map((lang) => grammarOf(lang)).filter((grammar) => grammar !== null)
  if (wanted.length === 0) return plainHighlight
  try {
    const tokenise = await tokeniserFor(new Set(wanted))
    return (code, lang) => {
      const grammar = grammarOf(lang)
      const isLoaded = grammar !== null && wanted.includes(grammar)
      return codeHtml(code, grammar, isLoaded ? tokenise(code, grammar) : null)
    }
  } catch {
    return plainHighlight
  }
}

let engine: Promise<Awaited<ReturnType<typeof makeEngine>>> | null = null

async function tokeniserFor(grammars: ReadonlySet<Grammar>): Promise<Tokenise> {
  engine ??= makeEngine()
  const { highlighter, theme } = await engine.catch((error: unknown) => {
    engine = null
    throw error
  })
  for (const grammar of grammars) {
    if (highlighter.getLoadedLanguages().includes(grammar)) continue
    await highlighter.loadLanguage(LANGUAGES[grammar]())
  }
  return (code, grammar) => highlighter.codeToTokensBase(code, { lang: grammar, theme })
}

async function makeEngine() {
  const [{ createHighlighterCore, createCssVariablesTheme }, { createJavaScriptRegexEngine }] =
    await Promise.all([import('shiki/core'), import('shiki/engine/javascript')])
  const theme = createCssVariablesTheme({ variablePrefix: '--shiki-', fontStyle: false })
  const highlighter = await createHighlighterCore({
    themes: [theme],
    langs: [],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  })
  return { highlighter, theme }
}
