import type { BackupView } from '../components/restore-dialog.tsx'
import * as words from '../words/backup.ts'
import type { BackupSummary } from './tasks.ts'

/** What a file holds, in words. */
export function viewOf(summary: BackupSummary, utcOffsetMin: (at: number) => number): BackupView {
  const { head, counts, firstReviewAt, lastReviewAt, faulty, isCutOff, unknown } = summary
  const { madeAt } = head
  return {
    made: words.madeWords(words.momentName(madeAt, utcOffsetMin(madeAt))),
    rows: words.rowWords(counts),
    span: words.spanWords(firstReviewAt, lastReviewAt, utcOffsetMin(madeAt)),
    damage: words.damageWords(faulty, isCutOff),
    unknown: words.unknownWords(unknown),
  }
}
