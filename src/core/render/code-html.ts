import type { Html } from '../note.ts'
import { escapeHtml } from './escape-html.ts'

/** A piece of code of one colour. `color` is a variable of the theme, `var(--shiki-token-keyword)`. */
export interface CodeToken {
  readonly content: string
  readonly color?: string | undefined
}

/** Names that authors use, and shells of command cards, to the grammars that are loaded. */
export const GRAMMARS = {
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
} as const
export type Grammar = (typeof GRAMMARS)[keyof typeof GRAMMARS]

/** The grammar of a language by whatever name, or null where there is none. */
export function grammarOf(lang: string): Grammar | null {
  const known: Readonly<Record<string, Grammar>> = GRAMMARS
  return Object.hasOwn(known, lang) ? (known[lang] ?? null) : null
}

/**
 * Code as HTML: a `<pre class="code">` whose tokens have classes `tok-…`.
 *
 * @param lines its tokens by line, or null where the language is not known
 */
export function codeHtml(
  code: string,
  grammar: Grammar | null,
  lines: readonly (readonly CodeToken[])[] | null,
): Html {
  const html =
    grammar && lines
      ? lines.map((tokens) => lineHtml(tokens, grammar)).join('\n')
      : escapeHtml(code)
  // Long lines scroll, and what scrolls must be reachable with the keyboard.
  return `<pre class="code" tabindex="0"><code>${html}</code></pre>`
}

function lineHtml(tokens: readonly CodeToken[], grammar: Grammar): string {
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
