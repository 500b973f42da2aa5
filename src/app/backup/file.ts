import { BackupReader } from '../../core/backup/content.ts'
import type { BackupContent } from '../../core/backup/content.ts'
import { MOST_LINE_CHARACTERS } from '../../core/backup/format.ts'
import { backupLines } from '../../db/backup-lines.ts'
import type { StudyDb } from '../../db/db.ts'
import type { Written } from '../../db/written.ts'

export const BACKUP_TYPE = 'application/gzip'

/** How far a task is, 0 to 1. */
export type OnShare = (share: number) => void

/** Characters that are compressed at a time. */
const PIECE = 64_000

/**
 * Everything of the learner as one compressed file (docs/backup-format.md).
 *
 * @throws StorageFault
 */
export async function backupFile(db: StudyDb, written: Written, onShare?: OnShare): Promise<Blob> {
  const lines = backupLines(db, written, (done, total) => onShare?.(done / Math.max(1, total)))
  return compressed(lines)
}

/** Lines as one compressed file. */
export async function compressed(lines: Iterable<string> | AsyncIterable<string>): Promise<Blob> {
  const stream = streamOf(lines).pipeThrough(new CompressionStream('gzip'))
  const blob = await new Response(stream).blob()
  return new Blob([blob], { type: BACKUP_TYPE })
}

async function* eachOf(lines: Iterable<string> | AsyncIterable<string>) {
  yield* lines
}

function streamOf(
  all: Iterable<string> | AsyncIterable<string>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  const lines = eachOf(all)
  return new ReadableStream({
    async pull(controller) {
      let piece = ''
      while (piece.length < PIECE) {
        const { value, done } = await lines.next()
        if (done) break
        piece += `${value}\n`
      }
      if (piece === '') controller.close()
      else controller.enqueue(encoder.encode(piece))
    },
    async cancel() {
      await lines.return()
    },
  })
}

/** Unpacked, a file of any size may have this many characters, and a larger one this many times its bytes. */
const ALWAYS_READ = 50_000_000
const MOST_TIMES = 100

/**
 * Reads a backup, compressed or not. What is damaged or missing at the end is told in the content.
 *
 * @throws BackupError where the file is no backup, or one of a newer version, or larger than any can be
 */
export async function readBackup(file: Blob, onShare?: OnShare): Promise<BackupContent> {
  // A log packs to a tenth or a twentieth; what packs a hundred times better was made to fill the memory.
  const reader = new BackupReader(Math.max(ALWAYS_READ, file.size * MOST_TIMES))
  const isCompressed = await startsLikeGzip(file)
  let seen = 0
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        seen += chunk.byteLength
        onShare?.(seen / Math.max(1, file.size))
        controller.enqueue(chunk)
      },
    }),
  )
  const bytes = isCompressed ? counted.pipeThrough(new DecompressionStream('gzip')) : counted
  await takeLines(bytes, reader)
  return reader.content()
}

/** Gzip begins with these two bytes. A text that somebody unpacked by hand is as welcome. */
async function startsLikeGzip(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  return first === 0x1f && second === 0x8b
}

async function takeLines(
  bytes: ReadableStream<Uint8Array<ArrayBuffer>>,
  reader: BackupReader,
): Promise<void> {
  const texts = bytes.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  try {
    for (;;) {
      const text = await textOf(texts, () => reader.breakOff())
      if (text === null) break
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      lines.forEach((line) => reader.take(line))
      // A file without line ends would fill the memory before anything is checked.
      if (rest.length > MOST_LINE_CHARACTERS) reader.take(rest)
    }
    if (rest !== '') reader.take(rest)
  } catch (error) {
    // Refused: what is left is not unpacked any more.
    texts.cancel().catch(() => null)
    throw error
  }
}

/** The next piece; null at the end, also where the rest cannot be unpacked, which `onBroken` is told. */
async function textOf(
  reader: ReadableStreamDefaultReader<string>,
  onBroken: () => void,
): Promise<string | null> {
  try {
    const { value, done } = await reader.read()
    return done ? null : value
  } catch {
    onBroken()
    return null
  }
}
