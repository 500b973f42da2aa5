/** `npm run test:kill [rounds]`: ends the browser at random moments of studying, 200 times. */
import { buildAll } from './builds.ts'

const rounds = Number(process.argv[2] ?? 200)
const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000)
console.log(`seed ${seed}; KILL_SEED=${seed} kills at the same moments`)
await buildAll()
const { killRounds } = await import('./kill-rounds.ts')
const { confirmed, unconfirmed } = await killRounds(rounds, seed)
console.log(
  `${rounds} times ended: ${confirmed} answers confirmed, each in the log once; ` +
    `${unconfirmed} more were saved before the screen said so; every state is its replay`,
)
process.exit(0)
