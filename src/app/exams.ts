import type { ExamInfo } from '../core/catalog.ts'
import type { ExamId } from '../core/note.ts'

/** A deck file that could not be read: no network and not yet kept, or no such file. */
export class BundleUnreadable extends Error {
  override readonly name = 'BundleUnreadable'
}

/**
 * Reads the deck file of an exam, from the service worker's cache or the network. Not validated yet.
 *
 * @throws BundleUnreadable where there is no answer, or one that is not JSON
 */
export async function loadBundle(exams: readonly ExamInfo[], exam: ExamId): Promise<unknown> {
  const info = exams.find((candidate) => candidate.exam === exam)
  if (!info) throw new BundleUnreadable(`This version of Cirrus has no exam "${exam}".`)
  try {
    const response = await fetch(`${import.meta.env.BASE_URL}${info.url}`)
    if (!response.ok) throw new Error(`${info.url}: status ${response.status}`)
    return (await response.json()) as unknown
  } catch (error) {
    throw new BundleUnreadable(`The cards of ${exam} could not be read.`, { cause: error })
  }
}
