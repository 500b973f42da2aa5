import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

readNamesOfNodes()
afterEach(() => {
  cleanup()
  // A tab of its own for every test.
  sessionStorage.clear()
})

/**
 * DOMPurify reads `nodeName` by the getter of `Node`, so that no markup can forge it. In happy-dom that
 * one is empty; this one passes on to the getter of the element, the text or the comment.
 */
function readNamesOfNodes(): void {
  Object.defineProperty(Node.prototype, 'nodeName', {
    configurable: true,
    get(this: Node): string {
      const name = nameGetter(this)?.call(this)
      return typeof name === 'string' ? name : ''
    },
  })
}

function nameGetter(node: object): (() => unknown) | undefined {
  const prototype: unknown = Object.getPrototypeOf(node)
  if (typeof prototype !== 'object' || prototype === null || prototype === Node.prototype) {
    return undefined
  }
  // oxlint-disable-next-line typescript/unbound-method -- called with the node it is to name
  return Object.getOwnPropertyDescriptor(prototype, 'nodeName')?.get ?? nameGetter(prototype)
}
