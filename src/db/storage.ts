/** How much this site stores, in bytes. */
export interface StorageUse {
  readonly usage: number
  readonly quota: number
}

/** Null where the browser does not say, as in an embedded web view. */
export async function storageEstimate(storage = storageManager()): Promise<StorageUse | null> {
  const estimate = await settled(storage?.estimate?.())
  if (estimate?.usage === undefined || estimate.quota === undefined) return null
  return { usage: estimate.usage, quota: estimate.quota }
}

/** Whether the browser promises not to clear the data by itself; null where it does not say. */
export async function isPersisted(storage = storageManager()): Promise<boolean | null> {
  return settled(storage?.persisted?.())
}

/** Asks the browser to keep the data. False where it refused; null where it cannot be asked. */
export async function askPersist(storage = storageManager()): Promise<boolean | null> {
  return settled(storage?.persist?.())
}

/** Undefined in WebKitGTK, in insecure contexts and outside of a browser. */
function storageManager(): Partial<StorageManager> | undefined {
  return typeof navigator === 'undefined' ? undefined : (navigator as Partial<Navigator>).storage
}

/** An unknown is an answer here: some browsers reject in private windows. */
async function settled<T>(answer: Promise<T> | undefined): Promise<T | null> {
  try {
    return (await answer) ?? null
  } catch {
    return null
  }
}
