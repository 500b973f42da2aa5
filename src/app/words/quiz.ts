import { number, plural } from './plural.ts'

export const QUIZ = {
  title: (at: number, of: number) => `Question ${number(at)} of ${number(of)}`,
  unknown: 'I do not know',
  next: 'Next',
  leave: 'Leave as it was',
  use: (share: string) => `Take over: ${share}`,
  tooFew: 'There are too few questions that you have not seen to say anything.',
  result: (right: number, answers: number, share: number) =>
    `${number(right)} of ${plural(answers, 'answer')} right. Less what guessing brings, you know about ${Math.round(share * 100)} %. These answers change nothing else.`,
} as const
