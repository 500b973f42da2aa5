import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'

/** A host of static files as the learner's would be, for one build of the app. */
export interface Site {
  /** `http://localhost:…`, the same after a stop and a start. */
  readonly origin: string
  /** Another build is served from now on, as after a deployment. */
  deploy(folder: string): void
  /** Answers one path in another way, or as it is again with null. */
  override(path: string, answer: Answer | null): void
  /** Cuts all connections: what comes after it is offline in every browser. */
  stop(): Promise<void>
  start(): Promise<void>
}

export interface Answer {
  readonly status: number
  readonly body: string
}

/** Serves a build on a free port, with the headers that its file `_headers` asks for. */
export async function serve(folder: string): Promise<Site> {
  let build = folder
  let port = 0
  const overrides = new Map<string, Answer>()
  const server = createServer((request, response) => {
    const path = pathOf(request)
    const answer = overrides.get(path)
    if (answer) response.writeHead(answer.status).end(answer.body)
    else send(build, path, response)
  })

  async function start(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, 'localhost', resolve)
    })
    const address = server.address()
    if (address && typeof address === 'object') port = address.port
  }

  await start()
  return {
    origin: `http://localhost:${port}`,
    deploy: (next) => void (build = next),
    override: (path, answer) => {
      if (answer) overrides.set(path, answer)
      else overrides.delete(path)
    },
    stop: () =>
      new Promise((resolve) => {
        if (!server.listening) return resolve()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
    start,
  }
}

function pathOf({ url = '/' }: IncomingMessage): string {
  const { pathname } = new URL(url, 'http://localhost')
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

function send(build: string, path: string, response: ServerResponse): void {
  const file = fileOf(build, path)
  if (!file) return void response.writeHead(404).end('Not found')
  const type = TYPES[extname(file)] ?? 'application/octet-stream'
  response.writeHead(200, { 'Content-Type': type, ...headersFor(build, path) })
  createReadStream(file).pipe(response)
}

/** The file at a path. Addresses without a file are screens, and get the page. */
function fileOf(build: string, path: string): string | undefined {
  const file = join(build, normalize(path))
  const isInside = file.startsWith(build + sep)
  if (isInside && existsSync(file) && statSync(file).isFile()) return file
  return extname(path) === '' ? join(build, 'index.html') : undefined
}

/** Reads the rules of `_headers`: lines with a path, each followed by indented headers. */
function headersFor(build: string, path: string): Record<string, string> {
  const headers: Record<string, string> = { 'Cache-Control': 'no-cache' }
  let applies = false
  for (const line of readFileSync(join(build, '_headers'), 'utf8').split('\n')) {
    if (/^\S/.test(line)) applies = matches(line.trim(), path)
    const [, name, value] = /^\s+([\w-]+): (.+)$/.exec(line) ?? []
    if (applies && name && value) headers[name] = value
  }
  return headers
}

function matches(rule: string, path: string): boolean {
  return rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : rule === path
}
