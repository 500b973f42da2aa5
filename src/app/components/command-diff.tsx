import type { CommandPart } from '../../core/answer/command.ts'
import { COMMAND } from '../words/study.ts'
import styles from './command-diff.module.css'

interface CommandDiffProps {
  readonly typed: string
  readonly parts: readonly CommandPart[]
}

/** What was typed against what was meant, part by part, each with a sign and a word. */
export function CommandDiff({ typed, parts }: CommandDiffProps) {
  const off = parts.filter(({ state }) => state !== 'same').length
  return (
    <>
      <p className={styles['head']}>{COMMAND.typed}</p>
      <p className={styles['typed']}>{typed.trim() === '' ? COMMAND.nothing : typed.trim()}</p>
      <p className={styles['head']}>{COMMAND.differences(off)}</p>
      <ol className={styles['diff']}>
        {parts.map((part, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- parts have no name and never move
          <DiffPart key={index} part={part} />
        ))}
      </ol>
    </>
  )
}

function DiffPart({ part: { state, expected, typed, remark } }: { readonly part: CommandPart }) {
  const isSame = state === 'same'
  return (
    <li className={isSame ? styles['part'] : `${styles['part']} ${styles['off']}`}>
      <span className={styles['sign']} aria-hidden="true">
        {COMMAND.signs[state]}
      </span>
      <span className="vh">{COMMAND.states[state]}: </span>
      {isSame ? <span>{typed ?? expected}</span> : null}
      {!isSame && typed !== undefined ? <del>{typed}</del> : null}
      {!isSame && expected !== undefined ? (
        <span className={styles['fix']}>
          <span className="vh">{COMMAND.meant} </span>
          <ins>{expected}</ins>
        </span>
      ) : null}
      {remark ? <small>{remark}</small> : null}
    </li>
  )
}
