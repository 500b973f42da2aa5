import type { CliIndex } from '../core/deck/cli-index.ts'
import { oneOf } from '../core/deck/grammar.ts'
import { codeOf, fencesIn } from '../core/deck/text.ts'
import { choicesOf, listOf, textOf } from '../core/deck/tree.ts'
import type { NoteTree, Section } from '../core/deck/tree.ts'
import { bareNumber } from '../core/deck/typed-rules.ts'
import { SHELLS } from '../core/note.ts'
import type {
  ChoiceBody,
  CommandBody,
  Html,
  NoteBody,
  NumberBody,
  OrderBody,
  QuestionBody,
  ReversedBody,
  ScenarioBody,
  WhichBody,
} from '../core/note.ts'
import { clozeHoles } from './cloze-html.ts'
import { syntaxOf } from './command-syntax.ts'
import type { Highlight } from './highlight.ts'
import type { Markdown } from './markdown.ts'

/** What turns the text of a deck into what the app shows. */
export interface Tools {
  readonly markdown: Markdown
  readonly highlight: Highlight
  readonly cli: CliIndex
}

export function whyOf(section: Section, { markdown }: Tools): Html | null {
  const text = textOf(section, 'Why')
  return text === '' ? null : markdown.field(text)
}

function rationaleHtml(rationale: string, { markdown }: Tools): Html | null {
  return rationale === '' ? null : markdown.line(rationale)
}

/** The body of a checked card. */
export function bodyOf(note: NoteTree, tools: Tools): NoteBody {
  switch (note.type) {
    case 'which':
      return whichOf(note, tools)
    case 'scenario':
      return scenarioOf(note, tools)
    default:
      return questionBodyOf(note, tools)
  }
}

function questionBodyOf(section: Section, tools: Tools): QuestionBody {
  const question = tools.markdown.field(textOf(section, 'Q'))
  switch (section.type) {
    case 'reversed':
      return reversedOf(section, question, tools)
    case 'cloze':
      return { type: 'cloze', holes: clozeHoles(textOf(section, 'T'), tools.markdown) }
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
      return { type: 'basic', question, answer: tools.markdown.field(textOf(section, 'A')) }
  }
}

function reversedOf(section: Section, question: Html, { markdown }: Tools): ReversedBody {
  const back = textOf(section, 'Back')
  const arrow = back.lastIndexOf(' => ')
  return {
    type: 'reversed',
    forward: { question, answer: markdown.field(textOf(section, 'A')) },
    reverse: {
      question: markdown.line(back.slice(0, arrow)),
      answer: markdown.line(back.slice(arrow + 4)),
    },
  }
}

function choiceOf(
  { options }: Section,
  type: ChoiceBody['type'],
  question: Html,
  tools: Tools,
): ChoiceBody {
  return {
    type,
    question,
    options: options.map(({ text, right, rationale }, index) => ({
      key: `o${index + 1}`,
      html: tools.markdown.line(text),
      right,
      rationale: rationaleHtml(rationale, tools),
    })),
  }
}

function numberOf(section: Section, question: Html): NumberBody {
  const accept = listOf(section.meta.get('accept')?.value, ';')
  return {
    type: 'number',
    question,
    value: bareNumber(textOf(section, 'A')) ?? '',
    unit: section.meta.get('unit')?.value ?? '',
    accept: accept.flatMap((other) => bareNumber(other) ?? []),
  }
}

function commandOf(section: Section, question: Html, { highlight, cli }: Tools): CommandBody {
  const shell = oneOf(section.meta.get('shell')?.value, SHELLS)
  const answer = codeOf(section.blocks.get('A')) ?? ''
  const alternatives = section.blocks.get('Also')
  const also = (alternatives ? fencesIn(alternatives) : []).map(({ lines }) =>
    lines.map(({ text }) => text).join('\n'),
  )
  return {
    type: 'command',
    question,
    shell,
    answer,
    also,
    answerHtml: highlight(answer, shell),
    alsoHtml: also.map((code) => highlight(code, shell)),
    syntax: syntaxOf([answer, ...also], cli),
  }
}

function orderOf({ steps, decoys }: Section, question: Html, tools: Tools): OrderBody {
  const stepsOf = (items: Section['decoys'], prefix: string) =>
    items.map(({ text, rationale }, index) => ({
      key: `${prefix}${index + 1}`,
      html: tools.markdown.line(text),
      rationale: rationaleHtml(rationale, tools),
    }))
  return { type: 'order', question, steps: stepsOf(steps, 's'), decoys: stepsOf(decoys, 'd') }
}

function whichOf(note: NoteTree, tools: Tools): WhichBody {
  const choices = choicesOf(note)
  return {
    type: 'which',
    question: tools.markdown.field(textOf(note, 'Q')),
    options: choices.map((text, index) => ({
      key: `o${index + 1}`,
      html: tools.markdown.line(text),
    })),
    rows: note.rows.map(({ key, text, answer, rationale }) => ({
      key,
      html: tools.markdown.line(text),
      answer: `o${choices.indexOf(answer) + 1}`,
      rationale: rationaleHtml(rationale, tools),
    })),
  }
}

function scenarioOf(note: NoteTree, tools: Tools): ScenarioBody {
  return {
    type: 'scenario',
    stem: tools.markdown.field(textOf(note, 'S')),
    questions: note.questions.map((question) => ({
      key: question.id,
      body: questionBodyOf(question, tools),
      why: whyOf(question, tools),
    })),
  }
}
