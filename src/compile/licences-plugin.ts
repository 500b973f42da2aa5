import type { Plugin } from 'vite'
import { shippedPackages } from './licences.ts'

const MODULE = 'virtual:cirrus/licences'
const ID = `\0${MODULE}`

/** Tells the app which packages by others it consists of, in the module `virtual:cirrus/licences`. */
export function cirrusLicences(): Plugin {
  return {
    name: 'cirrus-licences',
    resolveId: (id) => (id === MODULE ? ID : null),
    load: (id) =>
      id === ID ? `export const PACKAGES = ${JSON.stringify(shippedPackages())}` : null,
  }
}
