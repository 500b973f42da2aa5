import type { SharedCards } from '../../core/path/shared.ts'
import { weightOf } from '../words/progress.ts'
import { PATH, seenCount, sharedSentence } from '../words/path.ts'
import styles from './path-picture.module.css'
import { PlotTable } from './plot-table.tsx'

interface PictureDomain {
  readonly id: string
  readonly name: string
  readonly weight: readonly [number, number]
  /** Share of the exam, 0 to 1. */
  readonly share: number
  readonly cards: number
  readonly seen: number
}

interface PictureExam {
  readonly exam: string
  readonly domains: readonly PictureDomain[]
}

interface PathPictureProps {
  /** Two of them, the first on the left. */
  readonly exams: readonly PictureExam[]
  readonly shared: readonly SharedCards[]
  readonly sharedTotal: number
}

/** Pixels downwards, where text keeps its size, and per cent of the width across. */
const TOP = 26
const HEIGHT = 440
const GAP = 6
const WIDTH = 38

/**
 * Two exams side by side: a block for each domain, as high as its share, with what was seen of it at its foot;
 * between them bands, as wide as the cards that count for both.
 */
export function PathPicture({ exams, shared, sharedTotal }: PathPictureProps) {
  const columns = exams.map(blocksOf)
  const bands = bandsOf(columns, shared)
  return (
    <>
      <svg
        className={styles['picture']}
        height={TOP + HEIGHT}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing, named as a whole
        role="img"
        aria-label={`${PATH.roadmap}: ${sharedSentence(sharedTotal)}`}
      >
        <svg
          x={`${WIDTH}%`}
          y="0"
          width={`${100 - 2 * WIDTH}%`}
          height={TOP + HEIGHT}
          viewBox={`0 0 100 ${TOP + HEIGHT}`}
          preserveAspectRatio="none"
        >
          {bands.map(({ key, path }) => (
            <path key={key} className={styles['band']} d={path} />
          ))}
        </svg>
        {columns.map((blocks, side) => (
          <g key={exams[side]?.exam} data-exam={exams[side]?.exam.toLowerCase()}>
            <text className={styles['exam']} x={`${side * (100 - WIDTH)}%`} y="14">
              {exams[side]?.exam}
            </text>
            {blocks.map((block) => (
              <Block key={block.domain.id} block={block} x={side * (100 - WIDTH)} />
            ))}
          </g>
        ))}
      </svg>
      <PlotTable
        caption={PATH.roadmap}
        columns={[PATH.columns.domain, PATH.columns.weight, PATH.columns.seen, PATH.columns.shared]}
        rows={exams.flatMap(({ exam, domains }) =>
          domains.map(({ id, name, weight, cards, seen }) => [
            `${exam} ${name}`,
            weightOf(weight),
            seenCount(seen, cards),
            String(sharedOf(id, shared)),
          ]),
        )}
      />
    </>
  )
}

interface Placed {
  readonly domain: PictureDomain
  readonly y: number
  readonly height: number
}

function Block({ block, x }: { readonly block: Placed; readonly x: number }) {
  const { domain, y, height } = block
  const seen = domain.cards > 0 ? domain.seen / domain.cards : 0
  const lines = linesOf(domain.name)
  return (
    <>
      <rect
        className={styles['block']}
        x={`${x}%`}
        y={y}
        width={`${WIDTH}%`}
        height={height}
        rx="4"
      />
      <rect
        className={styles['rest']}
        x={`${x}%`}
        y={y + height - 5}
        width={`${WIDTH}%`}
        height="5"
      />
      <rect
        className={styles['seen']}
        x={`${x}%`}
        y={y + height - 5}
        width={`${Math.round(WIDTH * seen * 100) / 100}%`}
        height="5"
      />
      {/* Lines follow the size of the text. */}
      <text y={y + 6}>
        {lines.map((line) => (
          <tspan key={line} className={styles['name']} x={`${x + 2}%`} dy="1.2em">
            {line}
          </tspan>
        ))}
        <tspan x={`${x + 2}%`} dy="1.35em">
          {domain.weight[0]}–{domain.weight[1]}
          {'\u202f%'}
        </tspan>
      </text>
    </>
  )
}

function blocksOf({ domains }: PictureExam): Placed[] {
  const room = HEIGHT - GAP * (domains.length - 1)
  let y = TOP
  return domains.map((domain) => {
    const block = { domain, y, height: Math.round(room * domain.share) }
    y += block.height + GAP
    return block
  })
}

interface Band {
  readonly key: string
  readonly path: string
}

/** Bands start below each other at the edges of their blocks, so that none hides another there. */
function bandsOf(columns: readonly Placed[][], shared: readonly SharedCards[]): Band[] {
  const [left = [], right = []] = columns
  const blocks = new Map([...left, ...right].map((block) => [block.domain.id, block]))
  const perCard = Math.min(
    ...[...blocks.values()].map(
      ({ domain, height }) => (height - 12) / Math.max(1, sharedOf(domain.id, shared)),
    ),
  )
  const used = new Map<string, number>()
  const place = (id: string, thickness: number) => {
    const start = used.get(id) ?? (blocks.get(id)?.y ?? 0) + 4
    used.set(id, start + thickness)
    return start
  }
  const rank = (id: string) => blocks.get(id)?.y ?? 0
  return shared
    .filter(({ from, to }) => blocks.has(from) && blocks.has(to))
    .toSorted((a, b) => rank(a.from) - rank(b.from) || rank(a.to) - rank(b.to))
    .map(({ from, to, cards }) => {
      const thickness = cards * perCard
      const [a, b] = [place(from, thickness), place(to, thickness)]
      const path =
        `M0,${a} C50,${a} 50,${b} 100,${b} ` +
        `V${b + thickness} C50,${b + thickness} 50,${a + thickness} 0,${a + thickness} Z`
      return { key: `${from} ${to}`, path }
    })
}

function sharedOf(domain: string, shared: readonly SharedCards[]): number {
  return shared
    .filter(({ from, to }) => from === domain || to === domain)
    .reduce((sum, { cards }) => sum + cards, 0)
}

/** Characters that a block of a phone has room for. */
const LINE = 17

function linesOf(name: string): string[] {
  return name.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length >= LINE) return [...lines, word]
    return [...lines.slice(0, -1), `${last} ${word}`]
  }, [])
}
