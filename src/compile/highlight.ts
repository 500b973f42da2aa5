import { createCssVariablesTheme, createHighlighter } from 'shiki'
import type { BundledLanguage, ThemedToken } from 'shiki'
import { escapeHtml } from './escape-html.ts'

/** Code as HTML: a `<pre class="code">` whose tokens have classes `tok-…`. */
export type Highlight = (code: string, lang: string) => string

/** Names that authors use, and shells of command cards, to the grammars that are loaded. */
const GRAMMARS: Readonly<Record<string, BundledLanguage>> = {
  az: 'bash',
  azcli: 'bash',
  azcopy: 'bash',
  bash: 'bash',
  sh: 'bash',
  shell: 'bash',
  powershell: 'powershell',
  pwsh: 'powershell',
  bicep: 'bicep',
  json: 'json',
  kql: 'kusto',
  kusto: 'kusto',
  yaml: 'yaml',
  yml: 'yaml',
}
const THEME = createCssVariablesTheme({ variablePrefix: '--shiki-', fontStyle: false })

/** Makes a highlighter. That takes a moment, so one is made for all decks. */
export async function createHighlight(): Promise<Highlight> {
  const highlighter = await createHighlighter({
    themes: [THEME],
    langs: [...new Set(Object.values(GRAMMARS))],
  })
  return (code, lang) => {
    const grammar = GRAMMARS[lang]
    const html = grammar
      ? highlighter
          .codeToTokensBase(code, { lang: grammar, theme: THEME })
          .map((tokens) => lineHtml(tokens, grammar))
          .join('\n')
      : escapeHtml(code)
    // Long lines scroll, and what scrolls must be reachable with the keyboard.
    return `<pre class="code" tabindex="0"><code>${html}</code></pre>`
  }
}

function lineHtml(tokens: readonly ThemedToken[], grammar: string): string {
  const runs: { token: string | null; content: string }[] = []
  for (const { color, content } of tokens) {
    const token = grammar === 'bash' ? shellToken(color, content) : tokenOf(color)
    const last = runs.at(-1)
    if (last?.token === token) last.content += content
    else runs.push({ token, content })
  }
  return runs
    .map(({ token, content }) =>
      token === null
        ? escapeHtml(content)
        : `<span class="tok-${token}">${escapeHtml(content)}</span>`,
    )
    .join('')
}

/** The theme colours by variable. A class says the same, and needs no style attribute. */
function tokenOf(color: string | undefined): string | null {
  return /^var\(--shiki-token-([a-z-]+)\)$/.exec(color ?? '')?.[1] ?? null
}

/** To a shell every bare word is a string. Options stand out; what they are given stays plain. */
function shellToken(color: string | undefined, content: string): string | null {
  const token = tokenOf(color)
  if (token !== 'string') return token
  return content.startsWith('-') ? 'parameter' : null
}
