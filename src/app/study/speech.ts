import { textOfHtml } from '../../core/card-title.ts'
import { spokenAnswer } from '../words/verdict.ts'
import type { Option } from './attempt.ts'
import type { Face } from './question.ts'

/** Cards are in English; a voice for it is taken where the browser has one. */
const LANGUAGE = 'en'

/**
 * Reads the question with its options, or the answer.
 *
 * @param isToggle what is being read is stopped instead
 */
export function speakCard(
  face: Face,
  options: readonly Option[],
  isAnswered: boolean,
  isToggle: boolean,
): void {
  const speech = voice()
  if (!speech) return
  const wasSpeaking = speech.speaking
  speech.cancel()
  if (isToggle && wasSpeaking) return
  const local = localVoice(speech)
  if (local === null) return
  for (const text of isAnswered ? answerTexts(face) : questionTexts(face, options)) {
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.lang = LANGUAGE
    if (local) utterance.voice = local
    speech.speak(utterance)
  }
}

/** Stops what is being read. */
export function hush(): void {
  voice()?.cancel()
}

/** Undefined in a browser that cannot read aloud. */
function voice(): SpeechSynthesis | undefined {
  return 'speechSynthesis' in window ? window.speechSynthesis : undefined
}

/**
 * A voice of this device: others send the text to their maker. Undefined where the browser names no voices,
 * and speaks with the one of the system; null where it has no other than such.
 */
function localVoice(speech: SpeechSynthesis): SpeechSynthesisVoice | null | undefined {
  const all = speech.getVoices()
  const own = all.filter((each) => each.localService)
  if (own.length === 0) return all.length === 0 ? undefined : null
  return own.find(({ lang }) => lang.startsWith(LANGUAGE)) ?? own[0]
}

/** In the order in which they are read: one piece each, so that there are pauses between. */
export function questionTexts({ question }: Face, options: readonly Option[]): string[] {
  const row = question.kind === 'which' ? [textOfHtml(question.row.html)] : []
  const choices = options.map(
    ({ html }, index) => `${String.fromCodePoint(65 + index)}: ${textOfHtml(html)}`,
  )
  return [gaps(textOfHtml(question.ask)), ...row, ...choices].filter((text) => text !== '')
}

export function answerTexts({ question, why }: Face): string[] {
  return [spokenAnswer(question), why === null ? '' : textOfHtml(why)].filter((text) => text !== '')
}

/** A gap is read as one. */
function gaps(text: string): string {
  return text.replaceAll('…', ' blank ')
}
