import type { NoteText, QuestionText, SectionText } from '../text/note-text.ts'
import {
  FENCE,
  LABEL_LIKE,
  LABEL_LINE,
  OPTION_LINE,
  RATIONALE_LINE,
  ROW_LINE,
  STEP_LINE,
} from './grammar.ts'

/** A note as it is written into a deck file. */
export interface WrittenNote {
  /** Its id in the file: words in small letters, joined by "-". */
  readonly heading: string
  readonly text: NoteText
  readonly tags: readonly string[]
  readonly skills: readonly string[]
}

/**
 * A deck file in the format of decks/README.md: what the parser reads back as the same texts, but that
 * what has one line there has one line. Sources and dates, which only shipped decks need, are not in it.
 */
export function writeDeck(
  { id, title }: { readonly id: string; readonly title: string },
  notes: readonly WrittenNote[],
): string {
  const front = ['---', `deck: ${id}`, `title: ${oneLine(title)}`, 'exam: OWN', '---']
  return [...front, ...notes.flatMap((note) => ['', ...noteLines(note)]), ''].join('\n')
}

function noteLines({ heading, text, tags, skills }: WrittenNote): string[] {
  return [
    `## ${heading} (${text.type})`,
    ...(skills.length > 0 ? [`skill: ${skills.join(', ')}`] : []),
    ...(tags.length > 0 ? [`tags: ${tags.join(', ')}`] : []),
    ...sectionLines(text),
    ...text.questions.flatMap((question) => ['', ...questionLines(question)]),
  ]
}

function questionLines(question: QuestionText): string[] {
  return [`### ${question.key} (${question.type})`, ...sectionLines(question)]
}

function sectionLines(text: SectionText): string[] {
  return [...metaLines(text), '', ...bodyLines(text)]
}

function metaLines({ type, shell, unit, accept }: SectionText): string[] {
  return [
    ...(type === 'command' ? [`shell: ${shell === '' ? 'az' : shell}`] : []),
    ...(type === 'number' && unit !== '' ? [`unit: ${oneLine(unit)}`] : []),
    ...(type === 'number' && accept.length > 0 ? [`accept: ${accept.join('; ')}`] : []),
  ]
}

function bodyLines(text: SectionText): string[] {
  const { type, ask, answer, why } = text
  const label = type === 'cloze' ? 'T' : type === 'scenario' ? 'S' : 'Q'
  const lines = blockLines(label, ask, type)
  const reason = why === '' ? [] : blockLines('Why', why, type)
  // A list goes on to the end of its section, so the reason stands before it.
  const list = listLines(text)
  if (list) return [...lines, ...reason, ...list]
  if (type === 'cloze' || type === 'scenario') return [...lines, ...reason]
  if (type === 'command') return [...lines, ...commandLines(text), ...reason]
  return [...lines, ...blockLines('A', answer, type), ...backLines(text), ...reason]
}

/** Options, steps or rows; null for types that have none. */
function listLines({ type, options, steps, decoys, choices, rows }: SectionText): string[] | null {
  switch (type) {
    case 'single':
    case 'multi':
      return options.flatMap((option) => itemLines(`- [${option.right ? 'x' : ' '}]`, option))
    case 'order':
      return [
        ...steps.flatMap((step, index) => itemLines(`${index + 1}.`, step)),
        ...(decoys.length > 0 ? ['Not used:'] : []),
        ...decoys.flatMap((decoy) => itemLines('-', decoy)),
      ]
    case 'which':
      return [
        `Options: ${choices.map(oneLine).join('; ')}`,
        ...rows.flatMap(({ key, text, answer, why }) =>
          itemLines(`- [${key}]`, { text: `${oneLine(text)} => ${oneLine(answer)}`, why }),
        ),
      ]
    default:
      return null
  }
}

function commandLines({ answer, also }: SectionText): string[] {
  const others = also.length > 0 ? ['Also:', ...also.flatMap(fenced)] : []
  return ['A:', ...fenced(answer), ...others]
}

function backLines({ type, backAsk, backAnswer }: SectionText): string[] {
  if (type !== 'reversed' || backAsk === '') return []
  return [`Back: ${oneLine(backAsk)} => ${oneLine(backAnswer)}`]
}

function itemLines(
  start: string,
  { text, why }: { readonly text: string; readonly why: string },
): string[] {
  return [`${start} ${oneLine(text)}`, ...(why === '' ? [] : [`  > ${oneLine(why)}`])]
}

function fenced(code: string): string[] {
  return [FENCE, ...code.split('\n'), FENCE]
}

/** A label with its text. What begins a block of its own stands below the label. */
function blockLines(label: string, text: string, type: SectionText['type']): string[] {
  const lines = safeLines(text.trim().split('\n'), type)
  const [first = '', ...rest] = lines
  if (/^(```|~~~|- |\d+\. |> |\|)/.test(first) || first.startsWith(' '))
    return [`${label}:`, ...lines]
  return [`${label}: ${first}`.trimEnd(), ...rest]
}

/** Lines that the parser would take for something else get a blank before them, which shows nowhere. */
function safeLines(lines: readonly string[], type: SectionText['type']): string[] {
  let inFence = false
  return lines.map((line) => {
    const isFence = inFence ? line.trim() === FENCE : line.startsWith(FENCE)
    if (isFence) inFence = !inFence
    if (isFence || inFence) return line
    if (RATIONALE_LINE.test(line)) return line.trimStart()
    return isSpecial(line, type) ? ` ${line}` : line
  })
}

function isSpecial(line: string, type: SectionText['type']): boolean {
  if (/^###? /.test(line) || LABEL_LINE.test(line) || LABEL_LIKE.test(line)) return true
  if (type === 'order') return STEP_LINE.test(line)
  if (type === 'which') return ROW_LINE.test(line)
  return (type === 'single' || type === 'multi') && OPTION_LINE.test(line)
}

function oneLine(text: string): string {
  return text.replaceAll(/\\?\s*\n\s*/g, ' ').trim()
}
