import { useEffect, useEffectEvent } from 'react'
import { usePrefs } from './prefs.ts'
import type { Face } from './question.ts'
import type { AttemptState } from './use-attempt.ts'

/**
 * Reads the card aloud with a voice of the browser: the question, and once it is shown the answer. By
 * itself where the learner wants it; else when the function returned is called, and once more to stop.
 */
export function useSpeech(face: Face, state: AttemptState): () => void {
  const isOn = usePrefs().speak
  const isAnswered = state.judged !== null
  const read = useEffectEvent(() => void speak(face, state, false))
  useEffect(() => {
    if (!isOn) return undefined
    read()
    return () => void import('./speech.ts').then(({ hush }) => hush()).catch(() => null)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another text is why to read
  }, [isOn, isAnswered, face])
  return () => void speak(face, state, true)
}

/** What reads is loaded when it is first needed. Without it nothing is read, and nothing is lost. */
async function speak(face: Face, state: AttemptState, isToggle: boolean): Promise<void> {
  const { options, judged, areOptionsHidden } = state
  const { speakCard } = await import('./speech.ts')
  speakCard(face, areOptionsHidden ? [] : options, judged !== null, isToggle)
}
