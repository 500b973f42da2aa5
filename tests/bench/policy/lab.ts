import type { WorldName } from '../../../src/core/plan/worlds.ts'

/** The policies that were compared when the policy was chosen. */
export const POLICIES = [
  'default app',
  'due first + ahead',
  'new first + ahead',
  'exam policy',
  'best fixed rule',
] as const
export type PolicyName = (typeof POLICIES)[number]

/** Points of the research simulation, pooled over all cells, 40 seeds. */
export const LAB_POOLED: Readonly<Record<WorldName, Readonly<Record<PolicyName, number>>>> = {
  matched: pooled(66.2, 70.4, 79.9, 81.9, 80.0),
  perturbed: pooled(65.7, 69.7, 79.4, 81.4, 79.6),
  heavy: pooled(59.3, 62.9, 70.7, 73.9, 71.4),
  actr: pooled(30.3, 31.0, 35.8, 38.6, 37.9),
}

/** The same by cell in the perturbed world, as `days/minutes`. */
export const LAB_PERTURBED: Readonly<Record<string, Readonly<Record<PolicyName, number>>>> = {
  '14/10': pooled(18.1, 18.1, 25.4, 36.1, 25.4),
  '14/20': pooled(34.5, 35.6, 49.6, 54.4, 49.6),
  '14/40': pooled(43.4, 70.6, 86.4, 87.4, 86.5),
  '30/10': pooled(32.4, 32.4, 50.1, 53.5, 50.1),
  '30/20': pooled(62.6, 63.5, 84.2, 84.9, 84.2),
  '30/40': pooled(93.5, 97.7, 97.5, 97.8, 97.7),
  '60/10': pooled(54.5, 54.5, 79.4, 80.3, 79.4),
  '60/20': pooled(92.8, 94.9, 95.6, 96.4, 96.5),
  '60/40': pooled(94.0, 98.9, 98.8, 98.9, 98.9),
  '90/10': pooled(73.2, 73.2, 88.6, 89.7, 89.3),
  '90/20': pooled(94.5, 97.9, 97.5, 98.0, 97.9),
  '90/40': pooled(94.8, 99.2, 99.1, 99.2, 99.2),
}

function pooled(...points: readonly [number, number, number, number, number]) {
  const [app, due, fresh, exam, best] = points
  return {
    'default app': app,
    'due first + ahead': due,
    'new first + ahead': fresh,
    'exam policy': exam,
    'best fixed rule': best,
  }
}
