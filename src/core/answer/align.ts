/** A stretch of two lists: either the same in both, or what stands in each between two such stretches. */
export interface Run<A, B> {
  readonly same: boolean
  readonly left: readonly A[]
  readonly right: readonly B[]
}

/**
 * Two lists side by side, with as many items as possible facing one that is the same (longest common
 * subsequence). The runs in order make up both lists; no run is empty on both sides.
 */
export function align<A, B>(
  left: readonly A[],
  right: readonly B[],
  isSame: (a: A, b: B) => boolean,
): Run<A, B>[] {
  const lengths = commonLengths(left, right, isSame)
  const width = right.length + 1
  const at = (l: number, r: number) => lengths[l * width + r] ?? 0
  const pairs: [number, number][] = []
  for (let l = 0, r = 0; at(l, r) > 0;) {
    if (at(l, r) === at(l + 1, r)) l++
    else if (at(l, r) === at(l, r + 1)) r++
    else pairs.push([l++, r++])
  }
  return runsOf(left, right, pairs)
}

/** For each pair of places how many items the rests of the two lists have in common, row by row. */
function commonLengths<A, B>(
  left: readonly A[],
  right: readonly B[],
  isSame: (a: A, b: B) => boolean,
): Uint16Array {
  const width = right.length + 1
  const lengths = new Uint16Array((left.length + 1) * width)
  const backwards = right.toReversed()
  left.toReversed().forEach((a, fromEnd) => {
    const row = (left.length - 1 - fromEnd) * width
    backwards.forEach((b, fromRight) => {
      const at = row + right.length - 1 - fromRight
      const longest = Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0)
      lengths[at] = isSame(a, b) ? (lengths[at + width + 1] ?? 0) + 1 : longest
    })
  })
  return lengths
}

function runsOf<A, B>(
  left: readonly A[],
  right: readonly B[],
  pairs: readonly (readonly [number, number])[],
): Run<A, B>[] {
  const runs: { same: boolean; left: A[]; right: B[] }[] = []
  const add = (same: boolean, a: readonly A[], b: readonly B[]) => {
    if (a.length + b.length === 0) return
    const last = runs.at(-1)
    if (!last || last.same !== same) runs.push({ same, left: [...a], right: [...b] })
    else {
      last.left.push(...a)
      last.right.push(...b)
    }
  }
  let [l, r] = [0, 0]
  for (const [nextL, nextR] of pairs) {
    add(false, left.slice(l, nextL), right.slice(r, nextR))
    ;[l, r] = [nextL + 1, nextR + 1]
    add(true, left.slice(nextL, l), right.slice(nextR, r))
  }
  add(false, left.slice(l), right.slice(r))
  return runs
}
