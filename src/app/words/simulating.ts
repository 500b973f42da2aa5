/** While a simulation runs, and once it was stopped. */
export const SIMULATING = {
  working: 'Simulating',
  stop: 'Stop',
  stopped: 'Not simulated.',
  again: 'Simulate',
} as const
