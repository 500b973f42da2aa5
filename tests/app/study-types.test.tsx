import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { Note } from '../../src/core/note.ts'
import { bundle, note } from '../support/bundles.ts'
import {
  CLOZE,
  COMMAND,
  MULTI,
  NUMBER,
  ORDER,
  ORDER_WITH_DECOY,
  REVERSED,
  SCENARIO,
  SINGLE,
  WHICH,
} from '../support/note-types.ts'
import {
  button,
  entries,
  expectHeading,
  heading,
  openStudy,
  ratings,
  said,
  study,
} from '../support/study-room.tsx'
import { setSetting, studyingApp } from '../support/test-app.tsx'

const NEXT = note('next')

const answer = () => screen.findByRole('region', { name: 'Answer' })

/** The row of an option once its outcome is shown. */
async function outcome(text: string): Promise<HTMLElement> {
  const rows = await within(await answer()).findAllByRole('listitem')
  const row = rows.find((each) => each.textContent.includes(text))
  if (!row) throw new Error(`No outcome says "${text}"`)
  return row
}

/** The letter that chooses an option in this showing. */
function letterOf(name: string): string {
  const option = screen.queryByRole('radio', { name }) ?? screen.getByRole('checkbox', { name })
  return (option.getAttribute('aria-keyshortcuts') ?? '').slice(0, 1).toLowerCase()
}

async function withFourButtons(notes: readonly Note[]) {
  const app = await studyingApp([bundle('1', notes)])
  await setSetting(app, 'buttons', 'four')
  return { app, ...(await openStudy(app)) }
}

describe('a reversed note', () => {
  test('asks one of its sides, and the other not on the same day', async () => {
    const { app, user } = await study([REVERSED])
    expect(await heading()).toHaveTextContent('Which port has RDP?')
    await user.keyboard(' 2')
    await expectHeading('Done: 1 card.')
    expect(await ratings(app)).toMatchObject([{ cardId: 'reversed#f' }])
  })
})

describe('a cloze card', () => {
  test('fills its gap in place, and says what was left out', async () => {
    const { app, user } = await study([CLOZE])
    expect(await heading()).toHaveTextContent('The subnet is named ….')
    await user.keyboard(' ')
    await expectHeading('The subnet is named AzureBastionSubnet.')
    expect(await heading()).toHaveFocus()
    expect(said()).toBe('AzureBastionSubnet')
    await user.keyboard('1')
    expect(await entries(app, 1)).toMatchObject([{ cardId: 'cloze#c1', rating: 'again' }])
  })
})

describe('a single choice', () => {
  test('is chosen by letter, checked with Enter, and confirmed with Space', async () => {
    const { app, user } = await study([SINGLE, NEXT])
    await user.keyboard(`${letterOf('RA-GZRS')}{Enter}`)
    expect(await answer()).toHaveTextContent('Correct.')
    expect(await answer()).toHaveFocus()
    expect(said()).toBe('Correct. It comes back in 2 days.')
    await user.keyboard(' ')
    await expectHeading('Is next so?')
    expect(await ratings(app)).toMatchObject([
      { rating: 'good', answer: { chosen: ['o1'], right: true } },
    ])
  })

  test('is chosen and checked by clicks; every option has its reason', async () => {
    const { app, user } = await study([SINGLE, NEXT])
    await user.click(screen.getByRole('radio', { name: 'GZRS' }))
    await user.click(await button('Check'))
    expect(await outcome('RA-GZRS')).toHaveTextContent('CorrectZones, and the copy can be read.')
    expect(await outcome('cannot be read')).toHaveTextContent('Your answer')
    expect(await outcome('There is no copy')).not.toHaveTextContent('Your answer')
    expect(said()).toBe('Not correct. The answer: RA-GZRS. It comes back in 10 minutes.')
    expect(screen.queryByRole('button', { name: /I guessed/ })).not.toBeInTheDocument()
    await user.click(await button(/^Continue/))
    await expectHeading('Is next so?')
    expect(await ratings(app)).toMatchObject([
      { rating: 'again', answer: { chosen: ['o2'], right: false } },
    ])
  })

  test('is chosen by number; the last choice counts', async () => {
    const { user } = await study([SINGLE])
    await user.keyboard('12')
    const [first, second, third] = screen.getAllByRole('radio')
    expect(second).toBeChecked()
    expect(first).not.toBeChecked()
    expect(third).not.toBeChecked()
  })

  test('asks for an answer before it is checked', async () => {
    const { app, user } = await study([SINGLE])
    await user.keyboard('{Enter}')
    expect(await screen.findByText('Choose an answer first.')).toBeVisible()
    expect(screen.queryByRole('region', { name: 'Answer' })).not.toBeInTheDocument()
    expect(await app.db.reviews.count()).toBe(0)
  })

  test('can be given up: wrong, with nothing chosen', async () => {
    const { app, user } = await study([SINGLE])
    await user.keyboard('n')
    expect(await answer()).toHaveTextContent('Not known.')
    await user.keyboard('{Enter}')
    expect(await entries(app, 1)).toMatchObject([
      { rating: 'again', answer: { chosen: [], right: false } },
    ])
  })

  test('counts as forgotten where a right answer was guessed', async () => {
    const { app, user } = await study([SINGLE, NEXT])
    await user.keyboard(`${letterOf('RA-GZRS')}{Enter}`)
    await answer()
    await user.keyboard('g')
    await expectHeading('Is next so?')
    expect(await ratings(app)).toMatchObject([
      { rating: 'again', answer: { chosen: ['o1'], right: true, guessed: true } },
    ])
  })

  test('offers Hard and Easy for a right answer, with four buttons', async () => {
    const { app, user } = await withFourButtons([SINGLE, NEXT])
    await user.keyboard(`${letterOf('RA-GZRS')}{Enter}`)
    await user.click(await button(/^Easy/))
    await expectHeading('Is next so?')
    expect(await ratings(app)).toMatchObject([{ rating: 'easy', answer: { right: true } }])
  })

  test('offers only Continue for a wrong answer, with four buttons too', async () => {
    const { app, user } = await withFourButtons([SINGLE])
    await user.keyboard(`${letterOf('ZRS')}{Enter}`)
    expect(await button(/^Continue/)).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Easy/ })).not.toBeInTheDocument()
    await user.keyboard('34')
    await user.keyboard('{Enter}')
    expect(await entries(app, 1)).toMatchObject([{ rating: 'again' }])
  })

  test('changes the places of its options from one showing to another', async () => {
    const orders = new Set<string>()
    const { user } = await study([SINGLE])
    for (let showing = 0; showing < 8; showing++) {
      const radios = await screen.findAllByRole('radio')
      orders.add(radios.map(({ id }) => id.slice(-2)).join(' '))
      await user.keyboard('n')
      await answer()
      await user.keyboard('{Enter}')
    }
    expect(orders.size).toBeGreaterThan(1)
  })
})

describe('a multiple choice', () => {
  test('is right with exactly the right options', async () => {
    const { app, user } = await study([MULTI])
    await user.keyboard(`${letterOf('Versioning')}${letterOf('Change feed')}{Enter}`)
    expect(await answer()).toHaveTextContent('Correct.')
    await user.keyboard('{Enter}')
    expect(await entries(app, 1)).toMatchObject([
      { rating: 'good', answer: { chosen: ['o2', 'o1'], right: true } },
    ])
  })

  test('says which right option was not chosen', async () => {
    const { user } = await study([MULTI])
    await user.click(screen.getByRole('checkbox', { name: 'Versioning' }))
    await user.click(screen.getByRole('checkbox', { name: 'Soft delete' }))
    await user.click(await button('Check'))
    expect(await outcome('Change feed')).toHaveTextContent('Correct, not chosen')
    expect(await outcome('Soft delete')).toHaveTextContent('Your answer')
  })
})

describe('a number', () => {
  test('is typed, checked with Enter, and never stored', async () => {
    const { app, user } = await study([NUMBER])
    await user.type(screen.getByRole('textbox'), '5,000{Enter}')
    expect(await answer()).toHaveTextContent('Correct.')
    expect(await answer()).toHaveTextContent('5000 policies')
    await user.keyboard('{Enter}')
    expect(await entries(app, 1)).toMatchObject([
      { rating: 'good', answer: { chosen: [], right: true } },
    ])
    expect(JSON.stringify(await ratings(app))).not.toContain('5,000')
  })

  test('shows a wrong one beside the right one', async () => {
    const { user } = await study([NUMBER])
    await user.type(screen.getByRole('textbox'), '4000')
    await user.click(await button('Check'))
    expect(await answer()).toHaveTextContent('You typed 40005000 policies')
    expect(said()).toBe('Not correct. The answer: 5000 policies. It comes back in 10 minutes.')
  })

  test('asks again for what is no number', async () => {
    const { user } = await study([NUMBER])
    await user.type(screen.getByRole('textbox'), 'many{Enter}')
    expect(await screen.findByText('That cannot be read as a number.')).toBeVisible()
    await user.type(screen.getByRole('textbox'), '{Backspace>4/}5000{Enter}')
    expect(await answer()).toHaveTextContent('Correct.')
  })

  test('leaves letters and Escape to its field', async () => {
    const { router, user } = await study([NUMBER])
    await user.type(screen.getByRole('textbox'), 'nu?{Escape}')
    expect(screen.getByRole('textbox')).toHaveValue('nu?')
    expect(screen.getByRole('textbox')).not.toHaveFocus()
    expect(router.state.location.pathname).toBe('/study')
  })
})

describe('a command', () => {
  test('is right in the form that administrators type, and never stored', async () => {
    const { app, user } = await study([COMMAND])
    const field = screen.getByRole('textbox')
    expect(field).toHaveAttribute('spellcheck', 'false')
    await user.type(field, 'az lock create -g rg1 -n keep --lock-type CanNotDelete{Enter}')
    expect(await answer()).toHaveTextContent('Correct.')
    await user.keyboard(' ')
    expect(await entries(app, 1)).toMatchObject([
      { rating: 'good', answer: { chosen: [], right: true } },
    ])
    expect(JSON.stringify(await ratings(app))).not.toContain('rg1')
  })

  test('shows the difference part by part', async () => {
    const { user } = await study([COMMAND])
    await user.type(
      screen.getByRole('textbox'),
      'az lock create --name keep --lock-type ReadOnly -g rg1{Enter}',
    )
    expect(await answer()).toHaveTextContent('Not correct.')
    expect(await answer()).toHaveTextContent('One difference')
    const part = await outcome('ReadOnly')
    expect(part.querySelector('del')).toHaveTextContent('--lock-type ReadOnly')
    expect(part.querySelector('ins')).toHaveTextContent('--lock-type CanNotDelete')
  })

  test('counts as hard where more was typed than needed', async () => {
    const { app, user } = await study([COMMAND])
    await user.type(
      screen.getByRole('textbox'),
      'az lock create -g rg1 -n keep --lock-type CanNotDelete --notes x{Enter}',
    )
    expect(await answer()).toHaveTextContent('Correct, though written differently.')
    await user.keyboard(' ')
    expect(await entries(app, 1)).toMatchObject([{ rating: 'hard', answer: { right: true } }])
  })

  test('takes Shift and Enter for a new line', async () => {
    const { user } = await study([COMMAND])
    await user.type(screen.getByRole('textbox'), 'az{Shift>}{Enter}{/Shift}lock')
    expect(screen.getByRole('textbox')).toHaveValue('az\nlock')
  })
})

/** The steps as they stand, by their texts. */
function steps(): string[] {
  return screen
    .getAllByRole('button', { name: /Move: / })
    .map((grip) => /Move: (.*)$/.exec(grip.textContent)?.[1] ?? '')
}

describe('an order', () => {
  const RIGHT = ['Start', 'Check', 'Commit']

  async function sortBy(move: (step: string) => Promise<unknown>) {
    for (const step of RIGHT) {
      for (let turn = 0; turn < 4 && steps().indexOf(step) > RIGHT.indexOf(step); turn++) {
        await move(step)
      }
    }
  }

  test('never starts in the right order', async () => {
    await study([ORDER])
    expect(steps()).not.toEqual(RIGHT)
  })

  test('is sorted with the buttons of its steps', async () => {
    const { app, user } = await study([ORDER])
    await sortBy((step) => user.click(screen.getByRole('button', { name: `Up: ${step}` })))
    expect(steps()).toEqual(RIGHT)
    await user.click(await button('Check'))
    expect(await answer()).toHaveTextContent('Correct.')
    expect(screen.getByText('There is no way back.')).toBeVisible()
    await user.keyboard('{Enter}')
    expect(await entries(app, 1)).toMatchObject([
      { rating: 'good', answer: { chosen: ['s1', 's2', 's3'], right: true } },
    ])
  })

  test('is sorted with the keyboard: Space picks up, arrows move, the focus stays', async () => {
    const { user } = await study([ORDER])
    await sortBy(async (step) => {
      const grip = () => screen.getByRole('button', { name: new RegExp(`Move: ${step}$`) })
      grip().focus()
      await user.keyboard(' ')
      expect(grip()).toHaveAttribute('aria-pressed', 'true')
      await user.keyboard('{ArrowUp}')
      expect(grip()).toHaveFocus()
      expect(said()).toBe(`${step}: ${steps().indexOf(step) + 1} of 3`)
      await user.keyboard(' ')
    })
    expect(steps()).toEqual(RIGHT)
  })

  test('keeps a step that is picked up when Escape puts it down', async () => {
    const { router, user } = await study([ORDER])
    screen.getAllByRole('button', { name: /Move: / })[0]?.focus()
    await user.keyboard(' {Escape}')
    expect(screen.queryByRole('button', { pressed: true })).not.toBeInTheDocument()
    expect(router.state.location.pathname).toBe('/study')
  })

  test('is sorted by dragging', async () => {
    await study([ORDER])
    const before = steps()
    const grips = screen.getAllByRole('button', { name: /Move: / })
    grips.forEach((grip, index) => {
      const row = grip.closest('li')
      if (row) row.getBoundingClientRect = () => new DOMRect(0, index * 50, 300, 50)
    })
    const [first] = grips
    if (!first) throw new Error('No step to drag')
    fireEvent.pointerDown(first, { clientY: 25, button: 0 })
    fireEvent.pointerMove(window, { clientY: 140 })
    expect(steps()).toEqual(before)
    fireEvent.pointerUp(window, { clientY: 140 })
    await waitFor(() => expect(steps()).toEqual([before[1], before[2], before[0]]))
  })

  test('shows where a wrong step had been', async () => {
    const { user } = await study([ORDER])
    const before = steps()
    await user.click(await button('Check'))
    expect(await answer()).toHaveTextContent('Not correct.')
    const wrong = before.findIndex((step, index) => step !== RIGHT[index])
    expect(await outcome(before[wrong] ?? '')).toHaveTextContent(`You had it at ${wrong + 1}`)
  })

  test('can leave out what is not needed', async () => {
    const { app, user } = await study([ORDER_WITH_DECOY])
    await user.click(screen.getByRole('button', { name: 'Leave out: Reboot' }))
    expect(said()).toBe('Reboot: not used')
    await sortBy((step) => user.click(screen.getByRole('button', { name: `Up: ${step}` })))
    await user.click(await button('Check'))
    expect(await answer()).toHaveTextContent('Correct.')
    await user.keyboard(' ')
    expect(await entries(app, 1)).toMatchObject([{ answer: { chosen: ['s1', 's2', 's3'] } }])
  })
})

describe('a row of "which"', () => {
  test('asks for the option that fits', async () => {
    const { app, user } = await study([WHICH])
    expect(await heading()).toHaveTextContent('Which vault protects this?A managed disk')
    await user.keyboard(`${letterOf('Backup vault')}{Enter}`)
    expect(await outcome('Backup vault')).toHaveTextContent('CorrectA newer workload.')
    await user.keyboard(' ')
    expect(await entries(app, 1)).toMatchObject([
      { cardId: 'which#disk', rating: 'good', answer: { chosen: ['o2'], right: true } },
    ])
  })
})

describe('a scenario', () => {
  test('keeps its situation at hand while its questions are asked in order', async () => {
    const { app, user } = await study([SCENARIO])
    expect(await heading()).toHaveTextContent('And for the zone?')
    expect(screen.getByText('Question 1 of 2')).toBeVisible()
    expect(screen.getByRole('region', { name: 'Situation' })).toHaveTextContent('eight databases')
    await user.keyboard(`${letterOf('RA-GZRS')}{Enter}`)
    expect(await screen.findByText('Because of the zone.')).toBeVisible()
    await user.keyboard(' ')
    await expectHeading('And for the region?')
    expect(screen.getByRole('region', { name: 'Situation' })).toHaveTextContent('eight databases')
    await user.keyboard(' 2')
    await expectHeading('Done: 2 cards.')
    expect((await ratings(app)).map(({ cardId }) => cardId).toSorted()).toEqual([
      'scenario#region',
      'scenario#zone',
    ])
  })
})
