/** Why a file cannot be imported; `words/import.ts` says each. */
export const IMPORT_PROBLEMS = [
  'unknown',
  'damaged',
  'too large',
  'encrypted',
  'newer',
  'empty',
  'no sqlite',
  'backup',
  'deck errors',
] as const
export type ImportProblem = (typeof IMPORT_PROBLEMS)[number]

export class ImportError extends Error {
  override readonly name = 'ImportError'
  readonly problem: ImportProblem

  constructor(problem: ImportProblem, detail = '') {
    super(detail === '' ? problem : `${problem}: ${detail}`)
    this.problem = problem
  }
}
