import { oneOf } from '../deck/grammar.ts'
import { bareNumber } from '../deck/typed-rules.ts'
import { SHELLS } from '../note.ts'
import type {
  ChoiceBody,
  CommandBody,
  CommandSyntax,
  Html,
  NoteBody,
  NumberBody,
  OrderBody,
  QuestionBody,
  ReversedBody,
  WhichBody,
} from '../note.ts'
import type { NoteText, SectionText } from '../text/note-text.ts'
import { clozeHoles } from './cloze-html.ts'
import type { Markdown } from './markdown.ts'

/** Code as HTML: a `<pre class="code">` whose tokens have classes `tok-…`. */
export type Highlight = (code: string, lang: string) => Html

/** What turns the text of a note into what the app shows. */
export interface Tools {
  readonly markdown: Markdown
  readonly highlight: Highlight
  /** The syntax of every command in some answers, each once; empty where none is known. */
  readonly syntaxOf: (answers: readonly string[]) => readonly CommandSyntax[]
}

export function whyOf({ why }: SectionText, { markdown }: Tools): Html | null {
  return why === '' ? null : markdown.field(why)
}

function rationaleHtml(rationale: string, { markdown }: Tools): Html | null {
  return rationale === '' ? null : markdown.line(rationale)
}

/** The body of a checked note. */
export function bodyOf(note: NoteText, tools: Tools): NoteBody {
  switch (note.type) {
    case 'which':
      return whichOf(note, tools)
    case 'scenario':
      return {
        type: 'scenario',
        stem: tools.markdown.field(note.ask),
        questions: note.questions.map((question) => ({
          key: question.key,
          body: questionBodyOf(question, tools),
          why: whyOf(question, tools),
        })),
      }
    default:
      return questionBodyOf(note, tools)
  }
}

function questionBodyOf(section: SectionText, tools: Tools): QuestionBody {
  if (section.type === 'cloze') {
    return { type: 'cloze', holes: clozeHoles(section.ask, tools.markdown) }
  }
  const question = tools.markdown.field(section.ask)
  switch (section.type) {
    case 'reversed':
      return reversedOf(section, question, tools)
    case 'single':
    case 'multi':
      return choiceOf(section, section.type, question, tools)
    case 'number':
      return numberOf(section, question)
    case 'command':
      return commandOf(section, question, tools)
    case 'order':
      return orderOf(section, question, tools)
    default:
      return { type: 'basic', question, answer: tools.markdown.field(section.answer) }
  }
}

function reversedOf(section: SectionText, question: Html, { markdown }: Tools): ReversedBody {
  return {
    type: 'reversed',
    forward: { question, answer: markdown.field(section.answer) },
    reverse: {
      question: markdown.line(section.backAsk),
      answer: markdown.line(section.backAnswer),
    },
  }
}

function choiceOf(
  { options }: SectionText,
  type: ChoiceBody['type'],
  question: Html,
  tools: Tools,
): ChoiceBody {
  return {
    type,
    question,
    options: options.map(({ text, right, why }, index) => ({
      key: `o${index + 1}`,
      html: tools.markdown.line(text),
      right,
      rationale: rationaleHtml(why, tools),
    })),
  }
}

function numberOf({ answer, unit, accept }: SectionText, question: Html): NumberBody {
  return {
    type: 'number',
    question,
    value: bareNumber(answer) ?? '',
    unit,
    accept: accept.flatMap((other) => bareNumber(other) ?? []),
  }
}

function commandOf(
  { shell: name, answer, also }: SectionText,
  question: Html,
  { highlight, syntaxOf }: Tools,
): CommandBody {
  const shell = oneOf(name, SHELLS)
  return {
    type: 'command',
    question,
    shell,
    answer,
    also: [...also],
    answerHtml: highlight(answer, shell),
    alsoHtml: also.map((code) => highlight(code, shell)),
    syntax: syntaxOf([answer, ...also]),
  }
}

function orderOf({ steps, decoys }: SectionText, question: Html, tools: Tools): OrderBody {
  const stepsOf = (items: SectionText['decoys'], prefix: string) =>
    items.map(({ text, why }, index) => ({
      key: `${prefix}${index + 1}`,
      html: tools.markdown.line(text),
      rationale: rationaleHtml(why, tools),
    }))
  return { type: 'order', question, steps: stepsOf(steps, 's'), decoys: stepsOf(decoys, 'd') }
}

function whichOf({ ask, choices, rows }: SectionText, tools: Tools): WhichBody {
  return {
    type: 'which',
    question: tools.markdown.field(ask),
    options: choices.map((text, index) => ({
      key: `o${index + 1}`,
      html: tools.markdown.line(text),
    })),
    rows: rows.map(({ key, text, answer, why }) => ({
      key,
      html: tools.markdown.line(text),
      answer: `o${choices.indexOf(answer) + 1}`,
      rationale: rationaleHtml(why, tools),
    })),
  }
}
