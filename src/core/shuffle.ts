import type { OrderBody } from './note.ts'

/**
 * The items in an order that looks random and depends on nothing but the seed, so that a card that is
 * drawn again within one showing keeps its order. Every order is about equally likely.
 *
 * @param seed the id of the showing; another showing gives another order
 */
export function shuffled<Item>(items: readonly Item[], seed: string): Item[] {
  const random = randomOf(seed)
  const keyed = items.map((item) => ({ item, key: random() }))
  return keyed.toSorted((a, b) => a.key - b.key).map(({ item }) => item)
}

/**
 * The keys of all steps and decoys of an order card as it is first shown. Read without the decoys, the
 * steps never stand in the right order, if more than one order can be told apart.
 */
export function initialOrder(body: OrderBody, seed: string): string[] {
  const order = shuffled([...body.steps, ...body.decoys], seed)
  const steps = order.filter((step) => body.steps.includes(step))
  const isRight = steps.every((step, index) => step.html === body.steps[index]?.html)
  const [first] = steps
  const other = steps.find(({ html }) => html !== first?.html)
  const keys = order.map(({ key }) => key)
  return isRight && first && other ? swapped(keys, first.key, other.key) : keys
}

function swapped(keys: readonly string[], one: string, other: string): string[] {
  return keys.map((key) => (key === one ? other : key === other ? one : key))
}

/**
 * Numbers from 0 up to 1 that follow from the seed alone.
 *
 * @see mulberry32: https://github.com/cprosche/mulberry32
 */
export function randomOf(seed: string): () => number {
  let state = hashOf(seed)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return hash
}
