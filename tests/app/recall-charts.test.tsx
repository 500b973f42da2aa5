import { render, screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { RecallCurveChart } from '../../src/app/components/recall-curve.tsx'
import { RecallDots, floorOf } from '../../src/app/components/recall-dots.tsx'
import { recallCurveOf } from '../../src/core/recall-curve.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { studyDayOf } from '../../src/core/time.ts'
import { T0, rated } from '../support/log.ts'

const TODAY = studyDayOf(T0, { utcOffsetMin: 0, rolloverHour: 4 })
const NAMES = { from: 'first day', today: 'today', to: 'last day', due: 'due day' }

function drawCurve(reviews: Parameters<typeof recallCurveOf>[0], days: number) {
  const curve = recallCurveOf(reviews, TODAY + days, DEFAULT_SCHEDULER)
  if (!curve) throw new Error('the card is new')
  render(<RecallCurveChart curve={curve} wanted={0.9} label="Recall" names={NAMES} />)
  const chart = screen.getByRole('img', { name: 'Recall' })
  return { chart, circles: chart.querySelectorAll('circle').length }
}

describe('the dot chart', () => {
  test('starts at 40 %, or at 0 where a part would be cut off', () => {
    expect(floorOf([0.9, null, 0.5])).toBe(0.4)
    expect(floorOf([0.9, 0.3])).toBe(0)
    expect(floorOf([null])).toBe(0.4)
  })

  test('puts the dot where recall is between the ends, and names them', () => {
    render(<RecallDots recall={0.7} wanted={0.8} floor={0.4} label="Recall" ends />)
    const chart = screen.getByRole('img', { name: 'Recall' })
    expect(chart.querySelector('circle')).toHaveAttribute('cx', '50%')
    expect([...chart.querySelectorAll('text')].map((text) => text.textContent)).toEqual([
      '70',
      '40\u202f%',
      '80',
      '100',
    ])
  })
})

describe('the recall curve', () => {
  test('marks the reviews, the day on which the card is due, and recall at the end', () => {
    const { chart, circles } = drawCurve([rated('a', 0), rated('b', 10)], 20)
    expect(circles).toBe(4)
    expect(chart).toHaveTextContent('due day')
    expect(chart).toHaveTextContent('first day')
  })

  test('marks no due day that has passed', () => {
    const { chart, circles } = drawCurve([rated('a', 0)], 30)
    expect(circles).toBe(2)
    expect(chart).not.toHaveTextContent('due day')
  })

  test('names the first day only where it does not touch today', () => {
    expect(drawCurve([rated('a', 0)], 1).chart).not.toHaveTextContent('first day')
  })

  test.each([
    ['easy', /60\s%/],
    ['again', /40\s%/],
  ] as const)('starts low enough for a card rated %s', (rating, floor) => {
    expect(drawCurve([rated('a', 0, { rating })], 1).chart).toHaveTextContent(floor)
  })
})
