import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { StatsScore } from '../../src/app/components/stats-score.tsx'

const EXPECTED = [
  { day: 20_770, low: 0.4, high: 0.6 },
  { day: 20_780, low: 0.61, high: 0.78 },
]
const PLAN = [
  { day: 20_770, low: 0.4, middle: 0.4, high: 0.4 },
  { day: 20_790, low: 0.8, middle: 0.82, high: 0.85 },
]

const rows = () =>
  screen
    .getAllByRole('row', { hidden: true })
    .map((row) => [...row.children].map(({ textContent }) => textContent.replaceAll(/\s/g, ' ')))

test('expected points are a band with the line of the plan up to the exam, and a table', () => {
  const score = {
    exam: 'AZ-104',
    of: 'points',
    for: 'exam',
    expected: EXPECTED,
    plan: PLAN,
    planSet: 20_770,
  } as const
  render(<StatsScore score={score} today={20_780} />)
  const plot = screen.getByRole('img', {
    name: /^Points expected in AZ-104: 61–78.% on 23 Nov. On 13 Nov the plan expected 80–85.% on 3 Dec$/,
  })
  expect(plot.querySelectorAll('polygon')[0]).toHaveAttribute('points', '0,84 1000,21 1000,28 0,84')
  expect(plot.querySelectorAll('polygon')[1]).toHaveAttribute(
    'points',
    '0,56 500,30.8 500,54.6 0,84',
  )
  expect(plot.querySelector('polyline')).toHaveAttribute('points', '0,84 1000,25.2')
  expect(plot).toHaveTextContent('your plan')
  expect(rows()).toEqual([
    ['Day', 'Expected', 'By the plan'],
    ['3 Dec', '–', '80–85 %'],
    ['23 Nov', '61–78 %', '–'],
    ['13 Nov', '40–60 %', '40–40 %'],
  ])
})

test('without a plan there is no line', () => {
  const score = {
    exam: 'AZ-104',
    of: 'recall',
    for: 'ahead',
    expected: EXPECTED,
    plan: [],
    planSet: null,
  } as const
  render(<StatsScore score={score} today={20_780} />)
  expect(screen.getByRole('img', { name: /^Recall expected/ })).not.toHaveTextContent('your plan')
  expect(rows()[0]).toEqual(['Day', 'Expected'])
  expect(
    screen.getByText(/recalled of all cards 30 days later, as there was no date,/),
  ).toBeVisible()
  expect(screen.queryByText(/exam day/)).toBeNull()
})
