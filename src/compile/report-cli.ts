import { report } from './report.ts'

process.exitCode = report(process.argv.slice(2), (text) => process.stdout.write(text))
