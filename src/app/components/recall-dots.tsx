import { percent } from '../words/progress.ts'
import styles from './recall-dots.module.css'

interface RecallDotsProps {
  /** Mean expected recall now, 0 to 1. */
  readonly recall: number
  /** Wanted recall at the due moment, 0 to 1: the dotted mark. */
  readonly wanted: number
  /** Where the line starts, 0 to 1; it ends at 1. */
  readonly floor: number
  /** Says what the chart shows. */
  readonly label: string
  /** Whether the ends of the line are named, as below the last one of a list. */
  readonly ends?: boolean
  /** Mean expected recall on the exam day, 0 to 1: the open dot; null without a day. */
  readonly then?: number | null
}

/** Recall as a dot on a line, in per cent coordinates so that the text keeps its size on every width. */
export function RecallDots(props: RecallDotsProps) {
  const { recall, wanted, floor, label, ends = false, then = null } = props
  const x = along(recall, floor)
  const mark = along(wanted, floor)
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing, named as a whole
    <svg className={styles['chart']} height={ends ? 50 : 34} role="img" aria-label={label}>
      <line className={styles['axis']} x1="0" x2="100%" y1="26.5" y2="26.5" />
      <line className={styles['wanted']} x1={`${mark}%`} x2={`${mark}%`} y1="20" y2="33" />
      {then === null ? null : <Then x={along(then, floor)} now={x} then={then} />}
      <circle className={styles['dot']} cx={`${x}%`} cy="26.5" r="5.5" />
      <text className={styles['now']} x={`${x}%`} y="14" textAnchor={anchorAt(x)}>
        {Math.round(recall * 100)}
      </text>
      {ends ? <Ends floor={floor} wanted={wanted} mark={mark} /> : null}
    </svg>
  )
}

interface ThenProps {
  readonly x: number
  readonly now: number
  readonly then: number
}

/** Per cent of the line between two dots from which on both figures have room. */
const APART = 12

/** What is left on the exam day: an open dot. Its figure is left out where it would touch the other. */
function Then({ x, now, then }: ThenProps) {
  return (
    <>
      <line className={styles['way']} x1={`${x}%`} x2={`${now}%`} y1="26.5" y2="26.5" />
      <circle className={styles['then']} cx={`${x}%`} cy="26.5" r="4.5" />
      {now - x >= APART ? (
        <text x={`${x}%`} y="14" textAnchor={anchorAt(x)}>
          {Math.round(then * 100)}
        </text>
      ) : null}
    </>
  )
}

interface EndsProps {
  readonly floor: number
  readonly wanted: number
  /** Place of the dotted mark in per cent. */
  readonly mark: number
}

/** The ends of the line, and the dotted mark where it does not touch them. */
function Ends({ floor, wanted, mark }: EndsProps) {
  return (
    <>
      <text x="0" y="47">
        {percent(floor)}
      </text>
      {mark > 20 && mark < 84 ? (
        <text x={`${mark}%`} y="47" textAnchor="middle">
          {Math.round(wanted * 100)}
        </text>
      ) : null}
      <text x="100%" y="47" textAnchor="end">
        100
      </text>
    </>
  )
}

/** Place on the line in per cent; what lies below its start stands at the start. */
function along(share: number, floor: number): number {
  const place = ((share - floor) / (1 - floor)) * 100
  return Math.round(Math.min(100, Math.max(0, place)) * 100) / 100
}

function anchorAt(x: number): 'start' | 'middle' | 'end' {
  if (x < 4) return 'start'
  return x > 96 ? 'end' : 'middle'
}

/** Where the lines of a list start: at 40 %, or at 0 where one of them would be cut off. */
export function floorOf(recalls: readonly (number | null)[]): number {
  return recalls.some((recall) => recall !== null && recall < 0.42) ? 0 : 0.4
}
