import { createServer } from 'node:http'

/** Stands between a browser and the world, and lets nothing through. */
export interface ListeningProxy {
  readonly origin: string
  /** Every host that was asked for, in the order of asking. */
  readonly asked: readonly string[]
  stop(): Promise<void>
}

/** A proxy that writes down what anything in the browser, also a worker, asks of another host. */
export async function listeningProxy(): Promise<ListeningProxy> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(502).end()
  })
  server.on('connect', ({ url }, socket) => {
    asked.push(url ?? '')
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('The proxy has no port')
  return {
    origin: `http://localhost:${address.port}`,
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
