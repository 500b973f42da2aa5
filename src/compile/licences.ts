import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'

/** A package by others that is part of what ships. */
export interface ShippedPackage {
  readonly name: string
  readonly version: string
  /** As its author names it, in SPDX's words. */
  readonly licence: string
  /** The licence itself, and the notice where there is one. */
  readonly text: string
}

/** Packages that are needed to build only, and of which something ends up in what ships. */
const SHIPPED_TOOLS = ['vite-plugin-pwa', 'workbox-precaching', 'workbox-window']

/** Licences under which a package may be passed on in a program of any licence. */
const ACCEPTED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  '(MPL-2.0 OR Apache-2.0)',
])

const Names = v.optional(v.record(v.string(), v.string()), {})
const Lock = v.object({
  packages: v.record(v.string(), v.object({ dependencies: Names })),
})
const Project = v.object({ dependencies: Names })
const Manifest = v.object({ name: v.string(), version: v.string(), license: v.string() })

/**
 * The packages that ship, by name: those that the app depends on with all that they depend on, and what the
 * build adds. Types are none of it.
 *
 * @param root folder with package.json, package-lock.json and node_modules
 * @throws Error where a licence is missing, or is one that nobody has thought about
 */
export function shippedPackages(root = '.'): ShippedPackage[] {
  const { packages } = v.parse(Lock, read(root, 'package-lock.json'))
  const { dependencies } = v.parse(Project, read(root, 'package.json'))
  const found = new Set<string>()
  const add = (name: string, from: string) => {
    const path = pathOf(name, from, packages)
    if (name.startsWith('@types/') || found.has(path)) return
    found.add(path)
    // Of the plugin only a few lines ship, which need none of its tools.
    if (name === 'vite-plugin-pwa') return
    Object.keys(packages[path]?.dependencies ?? {}).forEach((needed) => add(needed, path))
  }
  for (const name of [...Object.keys(dependencies), ...SHIPPED_TOOLS]) add(name, '')
  // The same version may be there twice, for two packages that need it.
  const packagesByName = new Map(
    [...found].map((path) => {
      const each = packageAt(root, path)
      return [`${each.name} ${each.version}`, each]
    }),
  )
  return [...packagesByName.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** Where a package stands that `from` needs: beside it or in a folder above. */
function pathOf(name: string, from: string, packages: Readonly<Record<string, unknown>>): string {
  for (let folder = from; ; folder = folder.slice(0, folder.lastIndexOf('node_modules'))) {
    const path = `${folder.replace(/\/?$/, folder ? '/' : '')}node_modules/${name}`
    if (path in packages) return path
    if (!folder) throw new Error(`package-lock.json has no ${name}, which ${from} needs`)
  }
}

function packageAt(root: string, path: string): ShippedPackage {
  const { name, version, license } = v.parse(Manifest, read(root, join(path, 'package.json')))
  if (!ACCEPTED.has(license)) {
    throw new Error(`${name} ${version} is under "${license}": see ACCEPTED in licences.ts`)
  }
  const texts = readdirSync(join(root, path))
    .filter((file) => /^(licen[cs]e|notice)(\.(md|txt))?$/i.test(file))
    .toSorted()
    .map((file) => readFileSync(join(root, path, file), 'utf8').trim())
  if (texts.length === 0) throw new Error(`${name} ${version} has no text of its licence`)
  return { name, version, licence: license.replaceAll(/[()]/g, ''), text: texts.join('\n\n') }
}

function read(root: string, file: string): unknown {
  return JSON.parse(readFileSync(join(root, file), 'utf8'))
}
