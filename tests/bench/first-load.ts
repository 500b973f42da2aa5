import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

/**
 * Kilobytes (gzip) of all scripts and styles that the start page of a build loads before it can be
 * used: what index.html names, and what those files import at once.
 */
export function firstLoadOf(folder: string): number {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const named = [...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(
    ([, path]) => path ?? '',
  )
  const files = new Set<string>()
  for (const path of named) collect(folder, path, files)
  return [...files].reduce((sum, path) => sum + gzipped(readFileSync(join(folder, path))), 0)
}

function collect(folder: string, path: string, files: Set<string>): void {
  if (files.has(path)) return
  files.add(path)
  if (!path.endsWith('.js')) return
  const code = readFileSync(join(folder, path), 'utf8')
  for (const [, imported] of code.matchAll(/(?:import|from)\s*"\.\/([^"]+\.js)"/g)) {
    collect(folder, `assets/${imported}`, files)
  }
}

/** What the app cannot do without, as one script that only makes it reachable. */
const BARE = `
import { createRoot } from 'react-dom/client'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { useState } from 'react'
import { Dexie } from 'dexie'
import { fsrs } from 'ts-fsrs'
globalThis.bare = [createRoot, createBrowserRouter, RouterProvider, useState, Dexie, fsrs]
`

/** Kilobytes (gzip) of react, react-dom, react-router, dexie and ts-fsrs, built as the app is. */
export async function bareSum(): Promise<number> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'bare',
        resolveId: (id) => (id === 'virtual:bare' ? `${process.cwd()}/bare.js` : null),
        load: (id) => (id === `${process.cwd()}/bare.js` ? BARE : null),
      },
    ],
    build: {
      target: 'es2022',
      write: false,
      modulePreload: { polyfill: false },
      rollupOptions: { input: 'virtual:bare' },
    },
  })
  const outputs = [built].flat().flatMap((each) => ('output' in each ? each.output : []))
  const code = outputs.map((chunk) => (chunk.type === 'chunk' ? chunk.code : ''))
  return gzipped(Buffer.from(code.join('')))
}

function gzipped(bytes: Buffer): number {
  return gzipSync(bytes, { level: 9 }).length / 1000
}
