import { bodyOf, whyOf } from '../../core/render/body.ts'
import type { Highlight, Tools } from '../../core/render/body.ts'
import { markInCode } from '../../core/render/cloze-html.ts'
import { createMarkdown } from '../../core/render/markdown.ts'
import { safely } from '../../core/render/safely.ts'
import { titleOf } from '../../core/render/title.ts'
import type { CommandSyntax } from '../../core/note.ts'
import { DECK_IMAGE, OWN_IMAGE, ownImagesIn } from '../../core/text/images.ts'
import { mapTexts } from '../../core/text/note-text.ts'
import type { NoteText } from '../../core/text/note-text.ts'
import type { StudyDb } from '../../db/db.ts'
import type { Rendered } from '../../db/own-notes.ts'
import { highlightFor } from './highlight.ts'
import { mediaUrls } from './media-urls.ts'

/** Turns a text into what the screens show. */
export type Render = (text: NoteText, syntax?: readonly CommandSyntax[]) => Rendered

/**
 * A renderer with all that these texts need: colours for their code, addresses for their images. The HTML
 * is still to be sanitised where it is shown, as all HTML is.
 */
export async function rendererFor(db: StudyDb, texts: readonly NoteText[]): Promise<Render> {
  const [highlight, images] = await Promise.all([
    highlightFor(new Set(texts.flatMap(languagesIn))),
    mediaUrls(db, texts.flatMap(imagesIn)),
  ])
  return renderer(highlight, (id) => images.get(id) ?? '')
}

/** The same for what is stored: there images keep their names, as addresses hold only for one page. */
export async function storedRenderer(texts: readonly NoteText[]): Promise<Render> {
  const highlight = await highlightFor(new Set(texts.flatMap(languagesIn)))
  return renderer(highlight, (id) => `${OWN_IMAGE}${id}`)
}

function renderer(highlight: Highlight, ownImageUrl: (id: string) => string): Render {
  const imageUrl = (path: string) => {
    if (path.startsWith(OWN_IMAGE)) return ownImageUrl(path.slice(OWN_IMAGE.length))
    if (!path.startsWith(DECK_IMAGE)) return ''
    return `${import.meta.env.BASE_URL}decks/${path.slice(DECK_IMAGE.length)}`
  }
  const markdown = safely(createMarkdown({ highlight, imageUrl, inCode: markInCode }))
  return (text, syntax = []) => renderWith(text, { markdown, highlight, syntaxOf: () => syntax })
}

function renderWith(text: NoteText, tools: Tools): Rendered {
  return { body: bodyOf(text, tools), why: whyOf(text, tools), title: safeTitle(text) }
}

function safeTitle(text: NoteText): string {
  try {
    return titleOf(text)
  } catch (error) {
    if (error instanceof RangeError) return text.ask.slice(0, 120)
    throw error
  }
}

function languagesIn(text: NoteText): string[] {
  const fences = textsOf(text).flatMap((each) =>
    Array.from(each.matchAll(/^[ >]*```[ \t]*([a-z]+)/gm), ([, lang = '']) => lang),
  )
  const shells = [text, ...text.questions].map(({ shell }) => shell)
  return [...fences, ...shells]
}

function imagesIn(text: NoteText): string[] {
  return textsOf(text).flatMap(ownImagesIn)
}

function textsOf(text: NoteText): string[] {
  const found: string[] = []
  mapTexts(text, (each) => {
    found.push(each)
    return each
  })
  return found
}
