import { lint } from './lint.ts'

process.exitCode = lint(process.argv.slice(2), (text) => process.stdout.write(text))
