import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { cirrusLicences } from './src/compile/licences-plugin.ts'
import { CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from './src/compile/policy.ts'
import { chunkNames } from './src/compile/chunks.ts'
import { cirrusDecks } from './src/compile/vite-plugin.ts'

/** Writes the policy into the page, so that it holds on hosts that cannot send headers. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'cirrus-content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  }
}

/** A picture for browsers that offer to install the app; `npm run screenshots` takes them. */
function screenshot(name: string, size: 'wide' | 'narrow', label: string) {
  const sizes = size === 'wide' ? '1280x800' : '780x1688'
  const src = `/screenshots/${name}-${size}.png`
  return { src, sizes, type: 'image/png', form_factor: size, label } as const
}

export default defineConfig({
  plugins: [
    react(),
    cirrusDecks(),
    cirrusLicences(),
    contentSecurityPolicy(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      includeAssets: ['icons/*'],
      manifest: {
        id: '/',
        name: 'Cirrus',
        short_name: 'Cirrus',
        description: 'Study for AZ-104 and AZ-305: verified cards, spaced by FSRS, offline.',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        lang: 'en',
        categories: ['education', 'productivity'],
        background_color: '#fbfaf8',
        theme_color: '#fbfaf8',
        icons: [
          { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          {
            src: '/icons/icon-maskable-512.png',
            sizes: '512x512',
            type: 'image/png',
            purpose: 'maskable',
          },
        ],
        screenshots: [
          screenshot('today', 'wide', 'Today: what is due, by exam and domain'),
          screenshot('study', 'wide', 'A card with the reason for every option and its source'),
          screenshot('plan', 'wide', 'What half an hour a day brings by the day of the exam'),
          screenshot('progress', 'wide', 'Progress by the outline of the exam'),
          screenshot('today', 'narrow', 'Today on a phone'),
          screenshot('study', 'narrow', 'A card on a phone'),
          screenshot('plan', 'narrow', 'A plan for the exam on a phone'),
          screenshot('progress', 'narrow', 'Progress on a phone'),
        ],
      },
      workbox: {
        // WebAssembly too: Anki's packages are read without a network.
        globPatterns: ['**/*.{html,js,css,json,svg,png,woff2,wasm}'],
        // What only app stores or hosts read. Azure does not serve its file, and one missing file fails all.
        globIgnores: ['screenshots/**', 'staticwebapp.config.json'],
        // In one file: a worker under this policy takes no second script by its address.
        inlineWorkboxRuntime: true,
        maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
        navigateFallback: '/index.html',
        cleanupOutdatedCaches: true,
        clientsClaim: true,
        skipWaiting: false,
      },
    }),
  ],
  build: {
    target: 'es2022',
    modulePreload: {
      polyfill: false,
      // What the start needs is fetched at once with the page. The lists of what each screen needs would be
      // part of the first load: only studying is worth its names, the others find their scripts when opened.
      resolveDependencies: (file, needed, { hostType }) =>
        hostType === 'html' || file.includes('study')
          ? needed
          : needed.filter((name) => name.endsWith('.css')),
    },
    rolldownOptions: {
      output: {
        // What the start needs of libraries, in one file that stays the same from version to version.
        codeSplitting: {
          groups: [
            {
              // Checks what comes from outside; the start reads nothing that needs it.
              name: 'schema',
              priority: 2,
              test: /node_modules\/valibot\//,
            },
            {
              name: 'vendor',
              priority: 2,
              test: /node_modules\/(react|react-dom|react-router|scheduler|dexie|ts-fsrs|cookie|set-cookie-parser)\//,
            },
            {
              debugName: 'base and study',
              name: chunkNames(resolve('src/app/main.tsx'), resolve('src/app/routes/study.tsx')),
            },
          ],
        },
      },
    },
  },
  // The worker that reads files loads what a kind of file needs.
  worker: { format: 'es' },
  preview: { port: 4173, headers: SECURITY_HEADERS },
  server: { port: 5173 },
  test: {
    reporters: ['default'],
    // Every test makes its own database, and what it shows is cleaned up: files can share a process.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          environment: 'node',
          include: ['tests/{core,db,compile}/**/*.test.ts'],
          setupFiles: ['tests/support/setup-indexeddb.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'app',
          environment: 'happy-dom',
          include: ['tests/app/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/setup-indexeddb.ts', 'tests/support/setup-dom.ts'],
        },
      },
    ],
  },
})
