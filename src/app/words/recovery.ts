import { plural } from './plural.ts'

export const RECOVERY = {
  read: 'Save what can be read',
  readNote:
    'Reads the database row by row without changing it, and gives you a backup file of all that can be read.',
  save: 'Save it to a file',
  snapshots: 'Go on from a snapshot',
  snapshotsNote:
    'Cirrus kept these on earlier days. What you did after the snapshot is missing, and can be added from a file.',
  anew: 'Begin anew',
  anewNote:
    'Cirrus starts with an empty database. The broken one is kept aside in this browser and not touched.',
  begin: 'Begin anew',
  sure: 'Begin with an empty database?',
  sureNote:
    'The broken database stays in this browser. The Backup page can still read it, and can take in a file or a snapshot afterwards.',
  cancel: 'Cancel',
  busy: 'Working',
  aside: 'Set aside',
  asideNote:
    'These databases of Cirrus are in this browser and not in use. What can be read of them can be saved to a file and restored here.',
  saveOf: (name: string) => `Save what can be read of ${name}`,
  delete: 'Delete',
  deleteOf: (name: string) => `Delete ${name}`,
  found: (when: string) => `This browser still has a snapshot of ${when}.`,
  foundOther: 'This browser still has another database of Cirrus.',
  look: 'Look at it',
  failed: 'It could not be done. Nothing was changed.',
} as const

export function salvagedWords(rows: number, lost: number, name: string): string {
  const read = `${plural(rows, 'row')} saved in ${name}.`
  return lost > 0 ? `${read} ${plural(lost, 'row')} could not be read.` : read
}
