/** Said where two tabs changed one note. */
export const CONFLICT = {
  title: 'This card was saved in another tab meanwhile.',
  lead: 'Both texts are here. Nothing is lost until you choose.',
  mine: 'Yours',
  theirs: 'Saved there',
  keepMine: 'Save mine',
  takeTheirs: 'Take theirs',
  keepBoth: 'Keep both, mine as a new card',
  tookTheirs: 'The text saved in the other tab is here now.',
  backToMine: 'Back to mine',
  beside: (start: string) =>
    `In another tab you had begun this text in another way: “${start}”. Both are kept.`,
  swap: 'Show that one',
  dropBeside: 'Let it go',
  followed: 'Brought up to date with another tab.',
} as const
