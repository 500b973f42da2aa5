import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { applyTheme } from '../../src/app/theme.ts'

const colours = () =>
  [...document.querySelectorAll<HTMLMetaElement>('meta')].map(({ content }) => content)

beforeEach(() => {
  document.head.innerHTML =
    '<meta name="theme-color" media="(prefers-color-scheme: light)" content="" />' +
    '<meta name="theme-color" media="(prefers-color-scheme: dark)" content="" />'
})

afterEach(() => {
  vi.restoreAllMocks()
  document.head.innerHTML = ''
  delete document.documentElement.dataset['theme']
})

test('a chosen theme holds whatever the system says', () => {
  applyTheme('dark')
  expect(document.documentElement.dataset['theme']).toBe('dark')
  expect(colours()).toEqual(['#131417', '#131417'])
})

test('the system theme leaves the choice to the browser', () => {
  applyTheme('dark')
  applyTheme('system')
  expect(document.documentElement.dataset['theme']).toBeUndefined()
  expect(colours()).toEqual(['#fbfaf8', '#131417'])
})

test('a browser without storage shows the theme all the same', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('Denied', 'SecurityError')
  })
  applyTheme('light')
  expect(document.documentElement.dataset['theme']).toBe('light')
})
