export const PRIVACY = {
  screen: 'Privacy',
  heading: 'What you do here stays here.',
  lead: 'Cirrus has no account, no server, no cookies, no statistics and no advertising. Nobody but you can see what you study, and so nobody but you can keep it safe.',
  where: 'What is stored, and where',
  places: [
    [
      'Database of this browser',
      'Every answer with its time, the schedule worked out from it, marks and tags, your own cards and images, drafts, settings and plans, the cards of the exams, and a random name for this installation, so that two devices can be told apart in a backup.',
    ],
    [
      'Files of this browser',
      'Snapshots: copies of your data from earlier days, at most about two dozen, for when the database is damaged.',
    ],
    [
      'Small store of this browser',
      'The theme, the name of the database, and what you were typing when a page was closed; for as long as a tab is open, also the card that is on its screen.',
    ],
    ['Cache of this browser', 'The files of Cirrus itself, so that it works without a network.'],
    [
      'Where you put it',
      'Backups that you download, share or let Cirrus write into a folder. They hold your whole history and are not encrypted. Cirrus cannot see or delete them once they are made.',
    ],
  ],
  leaves: 'What leaves this device',
  leavesText: [
    'Nothing of what you do. The only requests are for the files of Cirrus, to the address that you opened it from. Whoever runs that address sees that files were asked for, as with any site, and nothing of what is in your browser. A rule in every page forbids the browser to ask anybody else.',
    'A link to a source opens Microsoft’s page in a tab of its own, and does not tell it where you came from. What Microsoft does there is not up to Cirrus.',
    '“Read aloud” uses only voices that are on this device.',
    'Other people who use this browser under your name on this device can see what is stored. A private window forgets it when it is closed.',
  ],
  out: 'Take everything out',
  outNote:
    'A backup is one file with everything you did and made, in an open format that other programs can read.',
  backup: 'Make a backup',
  erase: 'Delete everything',
  eraseNote:
    'Takes away all that is listed above but the backups that are outside of this browser. There is no way back.',
  button: 'Delete everything',
  sure: 'Delete everything?',
  sureNote:
    'All answers, cards, settings and snapshots in this browser are deleted for good. Without a backup in another place there is no way back.',
  offline: 'Without a network the files of Cirrus stay, as it could not be opened again.',
  go: 'Delete everything',
  cancel: 'Cancel',
  going: 'Deleting',
  blocked:
    'Another tab or window of Cirrus still uses the database. Close it, and the deletion goes on.',
  failed: 'Not everything could be deleted. Reload the page and try again.',
} as const
