import { Dexie } from 'dexie'

/** The part of IndexedDB that Dexie uses. */
type Factory = Pick<IDBFactory, 'open' | 'deleteDatabase' | 'databases' | 'cmp'>

/**
 * IndexedDB that opens a database at the version asked for, or not at all. Where a newer version is
 * stored, Dexie would ask again without one, open it all the same and add tables that it finds missing;
 * an app that is out of date must keep its hands off. Empty in a browser without IndexedDB.
 */
export function strictFactory(): { readonly indexedDB?: Factory } {
  const factory: IDBFactory | undefined = Dexie.dependencies.indexedDB
  if (!factory) return {}
  const versions = new Map<string, number>()
  const indexedDB: Factory = {
    open(name, version = versions.get(name)) {
      if (version !== undefined) versions.set(name, version)
      return factory.open(name, version)
    },
    deleteDatabase: (name) => factory.deleteDatabase(name),
    databases: () => factory.databases(),
    cmp: (first, second) => factory.cmp(first, second),
  }
  return { indexedDB }
}
