// A setup file, because Dexie looks for IndexedDB once, when it is first imported.
import 'fake-indexeddb/auto'
