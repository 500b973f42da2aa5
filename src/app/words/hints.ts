export const HINTS = {
  show: 'Hint',
  more: 'Another hint',
  starts: (initials: string) => `It begins: ${initials}`,
  notThis: (option: string) => `Not this one: ${option}`,
  digits: (count: number, first: string) =>
    count === 1 ? 'It has one digit.' : `It has ${count} digits and begins with ${first}.`,
  begins: (head: string) => `It begins: ${head}`,
  options: (names: readonly string[]) => `It needs: ${names.join(', ')}`,
  firstStep: (step: string) => `First: ${step}`,
} as const
