/** For a session in a tab whose version of the app is older than the data by now. */
export const OUTDATED = {
  reload: 'Reload',
  comesBack: 'After that this card comes up again as it is here; rate it once more.',
  shut: 'Cirrus was updated in another tab, and nothing more can be saved here. Reload to go on: this card comes up again as it is.',
} as const
