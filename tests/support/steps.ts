import { spawn } from 'node:child_process'

/** What one runner found. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** A runner of tests, or a check that counts as one. */
export interface Step {
  readonly name: string
  readonly command: readonly [program: string, ...args: string[]]
  /** What a runner wrote about its tests; a check has none and passes or fails as a whole. */
  readonly read?: () => Tally
}

/** How a check ends that could not be done here and says why. */
export const SKIPPED = 77

export interface Outcome extends Tally {
  readonly name: string
  readonly seconds: number
}

/**
 * Runs a step. A runner that breaks off, says nothing of its tests or has none has failed once, so that
 * no step can pass by not running.
 *
 * @param shown whether to stream what the step prints, or to print it when the step is over
 */
export async function runStep(step: Step, shown: 'streamed' | 'after'): Promise<Outcome> {
  const start = performance.now()
  const { code, output } = await execute(step.command, shown)
  const tally = step.read ? tallyOf(step.read, code) : ofCheck(code)
  if (shown === 'after') process.stdout.write(`\n── ${step.name}\n${output}`)
  return { name: step.name, seconds: (performance.now() - start) / 1000, ...tally }
}

function ofCheck(code: number): Tally {
  if (code === SKIPPED) return { passed: 0, failed: 0, skipped: 1 }
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

function tallyOf(read: () => Tally, code: number): Tally {
  const tally = readOrNothing(read)
  const isSound = code === 0 && tally.passed > 0
  return isSound ? tally : { ...tally, failed: Math.max(1, tally.failed) }
}

function readOrNothing(read: () => Tally): Tally {
  try {
    return read()
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

async function execute(
  [program, ...args]: Step['command'],
  shown: 'streamed' | 'after',
): Promise<{ code: number; output: string }> {
  const child = spawn(program, args, {
    stdio: [
      'ignore',
      ...(shown === 'streamed' ? (['inherit', 'inherit'] as const) : (['pipe', 'pipe'] as const)),
    ],
  })
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const code = await new Promise<number>((resolve) => {
    child.on('error', () => resolve(127))
    child.on('close', (exit) => resolve(exit ?? 1))
  })
  return { code, output }
}
