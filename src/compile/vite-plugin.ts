import { posix, sep } from 'node:path'
import { inspect } from 'node:util'
import type { Connect, Plugin, ResolvedConfig, ViteDevServer } from 'vite'
import { formatMessage, isError } from '../core/deck/message.ts'
import type { Message } from '../core/deck/message.ts'
import { reportOf } from '../core/deck/summary.ts'
import { bundlePath, examInfoOf } from './bundle.ts'
import { checkDay } from './check-project.ts'
import { compileProject } from './compile.ts'
import { DECKS_FOLDER } from './project.ts'

const EXAMS_MODULE = 'virtual:cirrus/exams'
const AUDITS_MODULE = 'virtual:cirrus/audits'
const MODULES = [EXAMS_MODULE, AUDITS_MODULE] as const
/** The id under which a module of this plugin is known to the bundler. */
const idOf = (module: string) => `\0${module}`

interface Compiled {
  /** Code of the modules that name the exams and what readers found in their cards, by name. */
  readonly modules: ReadonlyMap<string, string>
  /** Path from the app's base → content: one bundle for each exam, and images. */
  readonly files: ReadonlyMap<string, string | Uint8Array>
  /** The closing line of the check. */
  readonly summary: string
}

/** Decks with errors. The message is what the checker says; a stack would only hide it. */
class DecksError extends Error {
  override readonly name = 'DecksError'

  constructor(messages: readonly Message[]) {
    super(`the decks have errors\n\n${messages.filter(isError).map(formatMessage).join('\n')}`)
    this.stack = ''
  }

  /** How Vite prints it. */
  [inspect.custom](): string {
    return this.message
  }
}

/**
 * Compiles the decks, ships a JSON file for each exam, and tells the app of them in the module
 * `virtual:cirrus/exams`. An error in a deck fails the build. While developing, a change of a deck
 * reloads the page.
 *
 * @param folder where the decks are
 */
export function cirrusDecks(folder: string = DECKS_FOLDER): Plugin {
  let config: ResolvedConfig
  let compiled: Promise<Compiled> | null = null
  const compile = () => (compiled ??= compileAll(folder, config.base))

  return {
    name: 'cirrus-decks',
    // Here rather than in buildStart, where the bundler would add its own stack to the messages.
    async configResolved(resolved) {
      config = resolved
      if (config.command === 'build') config.logger.info(`decks: ${(await compile()).summary}`)
    },
    resolveId: (id) => (MODULES.some((module) => module === id) ? idOf(id) : null),
    load: async (id) => {
      const module = MODULES.find((each) => idOf(each) === id)
      return module ? ((await compile()).modules.get(module) ?? null) : null
    },
    async generateBundle() {
      for (const [fileName, source] of (await compile()).files) {
        this.emitFile({ type: 'asset', fileName, source })
      }
    },
    configureServer(server) {
      server.middlewares.use(serveFiles(compile, server.config.base))
      onChange(server, folder, () => {
        compiled = null
        return compile()
      })
    },
  }
}

async function compileAll(folder: string, base: string): Promise<Compiled> {
  const { checked, bundles, audits } = await compileProject({ folder, today: checkDay(), base })
  if (!bundles) throw new DecksError(checked.messages)
  const exams = JSON.stringify(bundles.map(examInfoOf))
  return {
    modules: new Map([
      [EXAMS_MODULE, `export const EXAMS = ${exams}`],
      [AUDITS_MODULE, `export const AUDITS = ${JSON.stringify(audits)}`],
    ]),
    files: new Map<string, string | Uint8Array>([
      ...bundles.map((bundle) => [bundlePath(bundle), JSON.stringify(bundle)] as const),
      ...checked.images.map(({ path, source }) => [`decks/${path}`, source] as const),
    ]),
    summary: reportOf(checked).trimEnd().split('\n').at(-1) ?? '',
  }
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
}

function serveFiles(compile: () => Promise<Compiled>, base: string): Connect.NextHandleFunction {
  return (request, response, next) => {
    const [path = ''] = (request.url ?? '').replace(base, '').split('?')
    if (!path.startsWith('decks/')) {
      next()
      return
    }
    compile().then(({ files }) => {
      const source = files.get(path)
      const type = CONTENT_TYPES[posix.extname(path)]
      if (source === undefined || !type) return next()
      response.setHeader('Content-Type', type)
      return response.end(source)
    }, next)
  }
}

function onChange(server: ViteDevServer, folder: string, compile: () => Promise<Compiled>): void {
  server.watcher.add(folder)
  server.watcher.on('all', (_event, path) => {
    if (!path.startsWith(folder + sep)) return
    compile().then(
      () => reload(server),
      (error: unknown) => tell(server, error instanceof Error ? error.message : String(error)),
    )
  })
}

function reload({ environments }: ViteDevServer): void {
  const { moduleGraph, hot } = environments.client
  for (const name of MODULES) {
    const module = moduleGraph.getModuleById(idOf(name))
    if (module) moduleGraph.invalidateModule(module)
  }
  hot.send({ type: 'full-reload' })
}

function tell(server: ViteDevServer, message: string): void {
  server.config.logger.error(message)
  server.environments.client.hot.send({ type: 'error', err: { message, stack: '' } })
}
