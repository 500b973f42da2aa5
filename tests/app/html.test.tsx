import { render, screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { Html } from '../../src/app/components/html.tsx'
import { cleanText } from '../support/clean-text.ts'

describe('the text of a note', () => {
  test('is shown with its markup, in the element that is asked for', () => {
    render(<Html as="h2" html="Use <code>az</code> for <strong>this</strong>." />)
    const heading = screen.getByRole('heading', { level: 2 })
    expect(heading.innerHTML).toBe('Use <code>az</code> for <strong>this</strong>.')
  })

  test('keeps the classes of the compiler and no others', () => {
    expect(cleanText('<span class="tok-string frame">x</span>')).toBe(
      '<span class="tok-string">x</span>',
    )
    expect(cleanText('<span class="hole">x</span>')).toBe('<span class="hole">x</span>')
    expect(cleanText('<b class="frame">x</b>')).toBe('<b>x</b>')
  })

  test.each(['onclick="x()"', 'style="color:red"', 'id="root"', 'data-x="1"', 'tabindex="5"'])(
    'loses the attribute %s',
    (attribute) => {
      expect(cleanText(`<b ${attribute}>x</b>`)).toBe('<b>x</b>')
    },
  )

  test('opens links in a tab of their own', () => {
    const html = cleanText('<a href="https://learn.microsoft.com/azure/">Azure</a>')
    render(<Html html={html} />)
    const link = screen.getByRole('link', { name: 'Azure' })
    expect(link).toHaveAttribute('href', 'https://learn.microsoft.com/azure/')
    expect(link).toHaveAttribute('target', '_blank')
    expect(link).toHaveAttribute('rel', 'noopener noreferrer')
  })

  test.each(['javascript:alert(1)', 'http://example.com/', 'data:text/html,x', '/settings'])(
    'does not link to %s',
    (href) => {
      expect(cleanText(`<a href="${href}">x</a>`)).not.toContain('href')
    },
  )

  test.each(['https://example.com/x.png', '//example.com/x.png', 'data:image/png;base64,AA=='])(
    'shows no image from %s',
    (src) => {
      expect(cleanText(`<img src="${src}" alt="x">`)).toBe('')
    },
  )

  test('shows images of its own origin', () => {
    expect(cleanText('<img src="media/x.svg" alt="A network">')).toBe(
      '<img src="media/x.svg" alt="A network">',
    )
  })

  test.each(['<script>alert(1)</script>', '<style>b{}</style>', '<object data="x"></object>'])(
    'has no %s',
    (html) => {
      expect(cleanText(html)).toBe('')
    },
  )
})
