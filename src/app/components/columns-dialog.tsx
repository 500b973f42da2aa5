import { COLUMN_IDS } from '../browse/columns.ts'
import type { ColumnId } from '../browse/columns.ts'
import { BROWSE, COLUMN_NAMES } from '../words/browse.ts'
import styles from './columns-dialog.module.css'
import { Dialog } from './dialog.tsx'

interface ColumnsDialogProps {
  readonly open: boolean
  readonly columns: readonly ColumnId[]
  readonly onClose: () => void
  readonly onChange: (columns: readonly ColumnId[]) => void
}

/** Which columns the list has; each is shown or hidden at once. */
export function ColumnsDialog({ open, columns, onClose, onChange }: ColumnsDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title={BROWSE.columns}>
      <p>{BROWSE.question}</p>
      <div className={styles['columns']}>
        {COLUMN_IDS.filter((id) => id !== 'question').map((id) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={columns.includes(id)}
              onChange={({ target }) =>
                // In the order in which columns stand, whatever the order of choosing.
                onChange(
                  COLUMN_IDS.filter((each) =>
                    each === id ? target.checked : columns.includes(each),
                  ),
                )
              }
            />
            {COLUMN_NAMES[id]}
          </label>
        ))}
      </div>
    </Dialog>
  )
}
