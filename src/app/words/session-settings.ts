export const SESSION_SETTINGS = {
  title: 'During a session',
  on: 'On',
  off: 'Off',
  thinkFirst: {
    label: 'Think first, then options',
    hint: 'Options wait until you have thought of an answer. You remember more of what you have recalled than of what you have recognised.',
    names: { never: 'Never', review: 'In review', always: 'Always' },
  },
  idle: {
    label: 'Longest time for a card, in seconds',
    hint: 'More than that does not count as studying: you were away.',
    less: 'Fewer seconds',
    more: 'More seconds',
  },
  swipe: {
    label: 'Swipe to grade',
    hint: 'On a touch screen: to the right takes what is suggested, to the left says that you forgot.',
  },
  haptics: {
    label: 'Vibrate',
    hint: 'A short pulse when a card is graded, where the device can.',
  },
  speak: {
    label: 'Read aloud',
    hint: 'Questions and answers, with a voice of your browser. “Read aloud” under More does it once.',
  },
  keys: 'Keys while studying',
} as const
