import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { StatsScore } from '../../src/app/components/stats-score.tsx'

const POINTS = [
  { day: 20_770, low: 0.4, high: 0.6 },
  { day: 20_780, low: 0.61, high: 0.78 },
]

test('expected points are a band with the line of the plan, and a table', () => {
  render(<StatsScore score={{ exam: 'AZ-104', points: POINTS, plan: 0.8 }} today={20_780} />)
  const plot = screen.getByRole('img', { name: /Points expected in AZ-104: 61–78.% on 23 Nov/ })
  expect(plot.querySelector('polygon')).toHaveAttribute('points', '0,48 1000,26.4 1000,46.8 0,72')
  expect(plot).toHaveTextContent('your plan')
  const rows = screen.getAllByRole('row', { hidden: true }).slice(1)
  expect(rows.map((row) => row.textContent.replaceAll(/\s/g, ' '))).toEqual([
    '23 Nov61–78 %',
    '13 Nov40–60 %',
  ])
})

test('without a plan there is no line', () => {
  render(<StatsScore score={{ exam: 'AZ-104', points: POINTS, plan: null }} today={20_780} />)
  expect(screen.getByRole('img')).not.toHaveTextContent('your plan')
})
