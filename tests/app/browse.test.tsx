import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import type { Note } from '../../src/core/note.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { TERM_NAMES, TERMS } from '../../src/core/search/terms.ts'
import { STATES } from '../../src/core/search/states.ts'
import { DAY_MS } from '../../src/core/time.ts'
import { StorageFault } from '../../src/db/faults.ts'
import { changeMark } from '../../src/db/marks.ts'
import { recordReview, reviewsOfCard } from '../../src/db/reviews.ts'
import { bundle, note } from '../support/bundles.ts'
import { longForgotten, slipping } from '../support/leeches.ts'
import { rated } from '../support/log.ts'
import { ownNote } from '../support/own-note.ts'
import { anotherTab } from '../support/test-db.ts'
import { CHICAGO, NOON, renderRoutes, studyingApp } from '../support/test-app.tsx'

const NOTES = [
  asking('st-archive', 'Which tier is offline?', { tags: ['bridge'] }),
  asking('st-cool', 'Which tier keeps data 30 days?', { status: 'recheck' }),
  asking('vm-size', 'Can a VM be resized?'),
]

function asking(id: string, question: string, changes: Partial<Note> = {}): Note {
  const body = { type: 'basic', question, answer: 'Yes' } as const
  return note(id, { title: question, body, ...changes })
}

/** `st-archive` was answered yesterday; nothing else was. */
async function collected(notes: readonly Note[] = NOTES) {
  const app = await studyingApp([bundle('1', notes)])
  await recordReview(
    app.db,
    rated('r1', 0, {
      cardId: 'st-archive#1',
      at: NOON - DAY_MS,
      utcOffsetMin: CHICAGO,
      rating: 'easy',
    }),
    DEFAULT_SCHEDULER,
  )
  return app
}

const field = () => screen.findByRole('combobox', { name: 'Search cards' })
const count = (words: string) => screen.findByRole('heading', { level: 1, name: words })
const rows = () => screen.getAllByRole('row').filter((row) => row.dataset['index'] !== undefined)
const titles = () => rows().map((row) => within(row).getByRole('link').textContent)
const selected = () =>
  rows()
    .filter((row) => row.getAttribute('aria-selected') === 'true')
    .map((row) => within(row).getByRole('link').textContent)

const questionHeader = () => screen.getByRole('columnheader', { name: 'Question' })

async function opened(path = '/browse', app?: Awaited<ReturnType<typeof collected>>) {
  const used = app ?? (await collected())
  const view = renderRoutes(used, path)
  await screen.findByRole('grid', { name: 'Cards' })
  // Texts are read in the background.
  await waitFor(() => expect(screen.queryByText('Reading …')).toBeNull())
  return { app: used, ...view }
}

describe('the list', () => {
  test('has all cards in the order of the outline, with what is known of them', async () => {
    await opened()
    await count('3 cards')
    expect(titles()).toEqual([
      'Which tier is offline?',
      'Which tier keeps data 30 days?',
      'Can a VM be resized?',
    ])
    const cells = within(rows()[0] ?? document.body).getAllByRole('gridcell')
    expect(cells.map(({ textContent }) => textContent)).toEqual([
      'Which tier is offline?',
      'In review',
      'in 7 days',
      '98\u202f%',
      '0',
    ])
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '4')
    expect(rows()[1]).toHaveAttribute('aria-rowindex', '3')
  })

  test('sorts by a column, down as well, and back to the outline', async () => {
    const { user, router } = await opened()
    const header = questionHeader
    const press = () => user.click(within(header()).getByRole('button'))
    expect(header()).toHaveAttribute('aria-sort', 'none')
    await press()
    await waitFor(() => expect(titles()[0]).toBe('Can a VM be resized?'))
    expect(header()).toHaveAttribute('aria-sort', 'ascending')
    expect(router.state.location.search).toBe('?sort=question')
    await press()
    await waitFor(() => expect(titles()[0]).toBe('Which tier keeps data 30 days?'))
    await press()
    await waitFor(() => expect(header()).toHaveAttribute('aria-sort', 'none'))
    expect(router.state.location.search).toBe('')
  })

  test('shows other columns, and still does after a reload', async () => {
    const { user, app, unmount } = await opened()
    await user.click(screen.getByRole('button', { name: 'Columns' }))
    const dialog = await screen.findByRole('dialog', { name: 'Columns' })
    await user.click(within(dialog).getByRole('checkbox', { name: 'Tags' }))
    await user.click(within(dialog).getByRole('checkbox', { name: 'Lapses' }))
    await waitFor(async () =>
      expect(await app.db.settings.get('browse/columns')).toMatchObject({
        value: ['question', 'state', 'due', 'recall', 'tags'],
      }),
    )
    unmount()
    await opened('/browse', app)
    const headers = screen.getAllByRole('columnheader').map(({ textContent }) => textContent)
    expect(headers).toEqual(['Question', 'State', 'Due', 'Recall', 'Tags'])
  })

  test('leads to a card by Enter, and by its link', async () => {
    const { user, router } = await opened()
    expect(screen.getByRole('link', { name: 'Can a VM be resized?' })).toHaveAttribute(
      'href',
      '/cards/vm-size/1',
    )
    rows()[0]?.focus()
    await user.keyboard('{ArrowDown}{Enter}')
    await waitFor(() => expect(router.state.location.pathname).toBe('/cards/st-cool/1'))
  })

  test('without cards says how to get some', async () => {
    const app = await studyingApp([])
    renderRoutes(app, '/browse')
    expect(await screen.findByText(/No cards are installed yet/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Choose an exam' })).toHaveAttribute(
      'href',
      '/settings',
    )
  })

  test('keeps retired cards for who asks for them', async () => {
    const app = await collected(NOTES.slice(1))
    const [first = asking('x', 'x')] = NOTES
    await app.db.notes.put({ ...first, retired: true })
    const { user } = await opened('/browse', app)
    await count('2 cards')
    await user.type(await field(), 'is:retired')
    await waitFor(() => expect(titles()).toEqual(['Which tier is offline?']))
    expect(rows()[0]).toHaveTextContent('Retired')
  })

  test('follows what is done in another tab', async () => {
    const { app } = await opened()
    await changeMark(anotherTab(app.db), 'vm-size#1', { suspended: true }, NOON, 'phone')
    await waitFor(() => expect(rows()[2]).toHaveTextContent('Suspended'))
  })
})

describe('searching', () => {
  test('finds words as they are typed, says how many, and keeps them in the address', async () => {
    const { user, router } = await opened()
    await user.type(await field(), 'TIER')
    await count('2 of 3 cards')
    expect(titles()).toHaveLength(2)
    await waitFor(() => expect(router.state.location.search).toBe('?q=TIER'))
    await user.type(await field(), ' -is:new')
    await count('1 of 3 cards')
    expect(screen.getByRole('link', { name: 'Study these' })).toHaveAttribute(
      'href',
      '/study?q=TIER%20-is%3Anew',
    )
  })

  test('starts with what the address asks, and follows it', async () => {
    const { router } = await opened('/browse?q=tag:bridge')
    await count('1 of 3 cards')
    expect(await field()).toHaveValue('tag:bridge')
    await router.navigate('/browse?q=vm')
    await waitFor(() => expect(titles()).toEqual(['Can a VM be resized?']))
    expect(await field()).toHaveValue('vm')
  })

  test('says what is wrong and where, and finds what stands before it', async () => {
    const { user } = await opened('/browse?q=tier')
    await count('2 of 3 cards')
    await user.type(await field(), ' tpye:basic')
    expect(await field()).toHaveAttribute('aria-invalid', 'true')
    expect(await field()).toHaveAccessibleDescription(
      expect.stringContaining('There is no “tpye:”. Did you mean “type:”?'),
    )
    expect(screen.getByText('tpye:').tagName).toBe('MARK')
    await count('2 of 3 cards')
  })

  test('completes terms and values by keyboard', async () => {
    const { user } = await opened()
    await user.type(await field(), 'ta')
    expect(await field()).toHaveAttribute('aria-expanded', 'true')
    await user.keyboard('{ArrowDown}{Enter}')
    expect(await field()).toHaveValue('tag:')
    const option = await screen.findByRole('option', { name: 'tag:bridge' })
    await user.keyboard('{ArrowDown}')
    expect(await field()).toHaveAttribute('aria-activedescendant', option.id)
    expect(option).toHaveAttribute('aria-selected', 'true')
    await user.keyboard('{Enter}')
    expect(await field()).toHaveValue('tag:bridge ')
    await count('1 of 3 cards')
    // Enter once more goes on to the cards.
    await user.keyboard('{Escape}{Enter}')
    await waitFor(() => expect(rows()[0]).toHaveFocus())
  })

  test('completes by a tap, and explains what it offers', async () => {
    const { user } = await opened()
    await user.type(await field(), 'is:susp')
    const option = await screen.findByRole('option', { name: /is:suspended/ })
    expect(option).toHaveTextContent('suspended until you bring it back')
    await user.click(option)
    expect(await field()).toHaveValue('is:suspended ')
    expect(await field()).toHaveFocus()
    expect(await screen.findByText('No card fits this search.')).toBeVisible()
  })

  test('reads the log for those who ask about it', async () => {
    const { user } = await opened()
    await user.type(await field(), 'rated:2:easy')
    await count('1 of 3 cards')
    expect(titles()).toEqual(['Which tier is offline?'])
    await user.clear(await field())
    await user.type(await field(), 'rated:1')
    expect(await screen.findByText('No card fits this search.')).toBeVisible()
  })

  test('for what does not stick goes by the surprise in the log, and follows a new start', async () => {
    const app = await collected()
    await slipping(app.db, 'st-cool#1')
    await longForgotten(app.db, 'vm-size#1')
    const { user } = await opened('/browse?q=is:leech', app)
    await count('1 of 3 cards')
    expect(titles()).toEqual(['Which tier keeps data 30 days?'])
    expect(rows()[0]).toHaveTextContent('Does not stick')
    rows()[0]?.focus()
    await user.keyboard(' ')
    await user.click(screen.getByRole('button', { name: 'Start anew…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Start these cards anew?' })
    await user.click(within(dialog).getByRole('button', { name: 'Start anew' }))
    await count('0 of 3 cards')
    await user.click(within(screen.getByRole('main')).getByRole('button', { name: 'Undo' }))
    await count('1 of 3 cards')
  })

  test('the key / leads to the field', async () => {
    const { user } = await opened()
    await user.keyboard('/')
    expect(await field()).toHaveFocus()
    expect(await field()).toHaveValue('')
  })

  test('a search is saved, found again after a reload, and deleted', async () => {
    const { user, app, unmount } = await opened('/browse?q=tier&sort=-due')
    await count('2 of 3 cards')
    await user.click(screen.getByRole('button', { name: 'Saved searches' }))
    const name = await screen.findByRole('textbox', { name: 'Save this search' })
    await user.clear(name)
    await user.type(name, 'Tiers{Enter}')
    expect(await screen.findByRole('button', { name: /^Tiers/ })).toBeVisible()
    unmount()

    const again = await opened('/browse', app)
    await again.user.click(screen.getByRole('button', { name: 'Saved searches' }))
    await again.user.click(await screen.findByRole('button', { name: /^Tiers/ }))
    await count('2 of 3 cards')
    expect(again.router.state.location.search).toBe('?q=tier&sort=-due')
    await again.user.click(screen.getByRole('button', { name: 'Saved searches' }))
    await again.user.click(await screen.findByRole('button', { name: 'Delete “Tiers”' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Tiers/ })).toBeNull())
  })
})

describe('acts on many cards', () => {
  test('arrows, Shift, Space and Ctrl+A select; Esc gives up', async () => {
    const { user } = await opened()
    rows()[0]?.focus()
    await user.keyboard(' ')
    expect(selected()).toEqual(['Which tier is offline?'])
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}')
    expect(selected()).toHaveLength(2)
    expect(rows()[1]).toHaveFocus()
    expect(screen.getByText('2 selected')).toBeVisible()
    await user.keyboard('{Control>}a{/Control}')
    expect(selected()).toHaveLength(3)
    await user.keyboard('{Escape}')
    expect(selected()).toEqual([])
    expect(screen.queryByText(/selected$/)).toBeNull()
  })

  test('clicks select with Ctrl and Shift, and by the box in front', async () => {
    const { user, router } = await opened()
    const tick = rows()[0]?.querySelector('[data-tick]') ?? document.body
    await user.click(tick)
    expect(selected()).toEqual(['Which tier is offline?'])
    await user.keyboard('{Shift>}')
    await user.click(screen.getByRole('link', { name: 'Can a VM be resized?' }))
    await user.keyboard('{/Shift}')
    expect(selected()).toHaveLength(3)
    expect(router.state.location.pathname).toBe('/browse')
  })

  test('suspending, undone at once', async () => {
    const { user, app } = await opened()
    rows()[0]?.focus()
    await user.keyboard('{Control>}a{/Control}')
    await user.click(screen.getByRole('button', { name: 'Suspend' }))
    expect(await screen.findAllByText('Suspended 3 cards.')).not.toHaveLength(0)
    expect(rows().every((row) => row.textContent.includes('Suspended'))).toBe(true)
    await user.click(within(screen.getByRole('main')).getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(rows()[0]).toHaveTextContent('In review'))
    expect((await app.db.marks.toArray()).some(({ suspended }) => suspended)).toBe(false)
  })

  test('a new start, told for those who have none, and undone after a reload', async () => {
    const { user, app, unmount } = await opened()
    rows()[0]?.focus()
    await user.keyboard('{Control>}a{/Control}')
    await user.click(screen.getByRole('button', { name: 'Start anew…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Start these cards anew?' })
    await user.click(within(dialog).getByRole('button', { name: 'Start anew' }))
    expect(
      await screen.findAllByText('Started 1 card anew. 2 cards needed no change.'),
    ).not.toHaveLength(0)
    expect(rows()[0]).toHaveTextContent('New')
    unmount()

    await opened('/browse', app)
    expect(await screen.findByText('Started 1 card anew.')).toBeVisible()
    await user.click(within(screen.getByRole('main')).getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(rows()[0]).toHaveTextContent('In review'))
    expect((await reviewsOfCard(app.db, 'st-archive#1')).map(({ kind }) => kind)).toEqual([
      'rated',
      'reset',
      'undone',
    ])
  })

  test('another due day', async () => {
    const { user } = await opened()
    rows()[0]?.focus()
    await user.keyboard(' ')
    await user.click(screen.getByRole('button', { name: 'Set due…' }))
    const days = await screen.findByRole('spinbutton', { name: 'Days from today' })
    await user.clear(days)
    await user.type(days, '0{Enter}')
    expect(await screen.findAllByText('Set 1 card due on 23 Nov.')).not.toHaveLength(0)
    expect(rows()[0]).toHaveTextContent('today')
  })

  test('a flag, and a tag of one’s own that can be searched for', async () => {
    const { user } = await opened()
    rows()[1]?.focus()
    await user.keyboard('{ArrowDown} ')
    await user.click(screen.getByRole('button', { name: 'Flag…' }))
    await user.click(await screen.findByRole('button', { name: 'Green' }))
    expect(await screen.findAllByText('Flagged 1 card: Green.')).not.toHaveLength(0)
    await user.click(screen.getByRole('button', { name: 'Tag…' }))
    const tag = await screen.findByRole('combobox', { name: 'Tag' })
    await user.type(tag, 'two words{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent(/A tag has no spaces/)
    await user.clear(tag)
    await user.type(tag, 'hard{Enter}')
    expect(await screen.findAllByText('Tagged 1 note: hard.')).not.toHaveLength(0)
    await user.type(await field(), 'tag:hard flag:3')
    await count('1 of 3 cards')
  })

  test('own cards go to another deck; shipped ones stay; undone after a reload', async () => {
    const app = await collected()
    await ownNote(app.db, 'own-1', 'Names')
    await ownNote(app.db, 'own-2', 'Limits', 2)
    const { user, unmount } = await opened('/browse', app)
    await count('5 cards')
    rows()[0]?.focus()
    await user.keyboard('{Control>}a{/Control}')
    await user.click(screen.getByRole('button', { name: 'Move to deck…' }))
    const deck = await screen.findByRole('combobox', { name: 'Deck' })
    await user.type(deck, '  {Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent('1 to 80 characters')
    await user.clear(deck)
    await user.type(deck, 'names{Enter}')
    expect(
      await screen.findAllByText(
        'Moved 1 note to Names. 1 note was there already. 3 notes of exams stay put.',
      ),
    ).not.toHaveLength(0)
    await user.type(await field(), 'deck:names')
    await count('2 of 5 cards')
    unmount()

    const again = await opened('/browse', app)
    expect(await screen.findByText('Moved 1 note to Names.')).toBeVisible()
    await again.user.click(within(screen.getByRole('main')).getByRole('button', { name: 'Undo' }))
    await again.user.type(await field(), 'deck:limits')
    await count('1 of 5 cards')
    expect(titles()).toEqual(['own-2'])
  })

  test('a deck that is made by a move is there to be chosen next', async () => {
    const app = await collected()
    await ownNote(app.db, 'own-1', 'Names')
    const { user } = await opened('/browse?q=own', app)
    rows()[0]?.focus()
    await user.keyboard('{Control>}a{/Control}')
    for (const name of ['Ports', 'Zones']) {
      await user.click(screen.getByRole('button', { name: 'Move to deck…' }))
      await user.type(await screen.findByRole('combobox', { name: 'Deck' }), `${name}{Enter}`)
      expect(await screen.findAllByText(`Moved 1 note to ${name}.`)).not.toHaveLength(0)
    }
    await user.click(screen.getByRole('button', { name: 'Move to deck…' }))
    const list = (await screen.findByRole('combobox', { name: 'Deck' })).getAttribute('list') ?? ''
    const options = [...(document.getElementById(list)?.children ?? [])]
    expect(options.map(({ textContent }) => textContent)).toEqual(['Names', 'Ports', 'Zones'])
  })

  test('what could not be saved is told, and nothing is another', async () => {
    const { user, app } = await opened()
    vi.spyOn(app.db.marks, 'bulkPut').mockRejectedValue(new StorageFault('quota'))
    rows()[0]?.focus()
    await user.keyboard(' ')
    await user.click(screen.getByRole('button', { name: 'Suspend' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(/Not saved.*no space left/)
    expect(rows()[0]).toHaveTextContent('In review')
  })

  test('cards that leave the list leave the selection, and the focus stays in it', async () => {
    const { user } = await opened('/browse?q=-is:suspended')
    rows()[0]?.focus()
    await user.keyboard(' ')
    await user.click(screen.getByRole('button', { name: 'Suspend' }))
    await count('2 of 3 cards')
    expect(selected()).toEqual([])
  })
})

describe('the help', () => {
  test('has every term and state with examples that lead to a search', async () => {
    renderRoutes(await collected(), '/browse/help')
    await screen.findByRole('heading', { level: 1, name: 'How to search your cards' })
    const examples = screen.getAllByRole('link').map(({ textContent }) => textContent)
    for (const name of TERM_NAMES) {
      expect(examples).toEqual(expect.arrayContaining([...TERMS[name].examples]))
    }
    const states = Object.keys(STATES).map((state) => `is:${state}`)
    expect(examples).toEqual(expect.arrayContaining(states))
    expect(screen.getByRole('link', { name: 'Search for flag:1' })).toHaveAttribute(
      'href',
      '/browse?q=flag%3A1',
    )
  })
})
