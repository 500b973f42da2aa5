import { readProject } from '../../src/compile/project.ts'

/** The newest day on which facts of a folder of decks were checked: no card of it is from the future then. */
export function deckDay(folder: string): string {
  const texts = readProject(folder).sources.decks.map(({ text }) => text)
  const days = texts.flatMap((text) =>
    [...text.matchAll(/^verified: (\S+)$/gm)].map(([, day]) => day),
  )
  return days.reduce((newest = '', day = '') => (day > newest ? day : newest), '') ?? ''
}
