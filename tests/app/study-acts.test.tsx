import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { DEFAULT_STUDY_SETTINGS } from '../../src/core/study-settings.ts'
import type { StudySettingKey, StudySettings } from '../../src/core/study-settings.ts'
import { DAY_MS } from '../../src/core/time.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { saveStudySetting } from '../../src/db/study-settings.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { bundle, note } from '../support/bundles.ts'
import { rated } from '../support/log.ts'
import { BASIC, COMMAND, SINGLE } from '../support/note-types.ts'
import {
  button,
  entries,
  expectHeading,
  openStudy,
  ratedBefore,
  ratings,
  said,
  study,
} from '../support/study-room.tsx'
import { CHICAGO, NOON, studyingApp } from '../support/test-app.tsx'

const NOTES = ['a', 'b'].map((id) => note(id))

/** The name of a setting, as `Object.entries` does not know it. */
function keyOf(name: string): StudySettingKey {
  const key = Object.keys(DEFAULT_STUDY_SETTINGS).find(
    (each): each is StudySettingKey => each === name,
  )
  if (key === undefined) throw new Error(`No setting ${name}`)
  return key
}

async function studyWith(settings: Partial<StudySettings>, notes = NOTES) {
  const app = await studyingApp([bundle('1', notes)])
  for (const [key, value] of Object.entries(settings)) {
    await saveStudySetting(app.db, keyOf(key), value, NOON, 'here')
  }
  return { app, ...(await openStudy(app)) }
}

const inReview = async (settings: Partial<StudySettings> = {}) => {
  const app = await studyingApp([bundle('1', [SINGLE])])
  await ratedBefore(app, 'single#1', 30)
  for (const [key, value] of Object.entries(settings)) {
    await saveStudySetting(app.db, keyOf(key), value, NOON, 'here')
  }
  return { app, ...(await openStudy(app)) }
}

async function withLapses(count: number) {
  const other = note('other')
  const trap = { ...SINGLE, confuse: ['other'] }
  const app = await studyingApp([bundle('1', [trap, other])])
  for (let index = 0; index < count; index++) {
    for (const [hour, rating] of [
      [0, 'again'],
      [1, 'good'],
    ] as const) {
      const at = NOON - (2 * count + 2 - 2 * index) * DAY_MS + hour * 3_600_000
      const answer = { chosen: [rating === 'good' ? 'o1' : 'o3'], right: rating === 'good' }
      const entry = rated(`l${index}${hour}`, 0, {
        cardId: 'single#1',
        at,
        utcOffsetMin: CHICAGO,
        rating,
        answer,
      })
      await recordReview(app.db, entry, DEFAULT_SCHEDULER)
    }
  }
  const view = await openStudy(app)
  await expectHeading('Which redundancy is needed?')
  await view.user.keyboard('n')
  return { app, ...view }
}

const card = () => screen.getByRole('article')
const touch = (type: string, x: number, y = 100, target: Element = card()) =>
  fireEvent(
    target,
    new PointerEvent(type, {
      bubbles: true,
      pointerType: 'touch',
      isPrimary: true,
      pointerId: 1,
      clientX: x,
      clientY: y,
    }),
  )
const swipe = (to: number) => {
  touch('pointerdown', 200)
  touch('pointermove', 200 + to)
  touch('pointerup', 200 + to)
}

afterEach(() => {
  vi.restoreAllMocks()
  Reflect.deleteProperty(navigator, 'vibrate')
  Reflect.deleteProperty(window, 'speechSynthesis')
})

describe('postponing', () => {
  test('takes the card away for as many days as are asked for, and can be undone', async () => {
    const { app, user } = await study(NOTES)
    await user.keyboard('p')
    const dialog = within(await screen.findByRole('dialog', { name: 'Postpone this card' }))
    await user.click(dialog.getByRole('button', { name: 'More days' }))
    await user.click(dialog.getByRole('button', { name: 'Postpone' }))
    await expectHeading('Is b so?')
    expect(await app.db.marks.get('a#1')).toMatchObject({ buriedUntil: 20_788 })
    expect(screen.getByText('Postponed.')).toBeVisible()
    await user.keyboard('u')
    await expectHeading('Is a so?')
    expect(await app.db.marks.get('a#1')).toMatchObject({ buriedUntil: null })
  })
})

describe('flags by key', () => {
  test('are set, changed and taken off', async () => {
    const { app, user } = await study(NOTES)
    const flag = async (number: number) =>
      waitFor(async () => expect(await app.db.marks.get('a#1')).toMatchObject({ flag: number }))
    await user.keyboard('{Control>}1{/Control}')
    await flag(1)
    await user.keyboard('{Control>}3{/Control}')
    await flag(3)
    await user.keyboard('{Control>}3{/Control}')
    await flag(0)
    expect(await app.db.reviews.count()).toBe(0)
  })
})

describe('the history', () => {
  test('opens over the card, and tells what was chosen only after the answer', async () => {
    const app = await studyingApp([bundle('1', [SINGLE])])
    const at = NOON - 9 * DAY_MS
    const answer = { chosen: ['o2'], right: false }
    const entry = rated('old', 0, {
      cardId: 'single#1',
      at,
      utcOffsetMin: CHICAGO,
      rating: 'again',
      answer,
    })
    await recordReview(app.db, entry, DEFAULT_SCHEDULER)
    const { user } = await openStudy(app)
    await user.keyboard('{Shift>}i{/Shift}')
    const before = within(await screen.findByRole('dialog', { name: 'History of this card' }))
    expect(await before.findByText('14 Nov')).toBeVisible()
    expect(before.queryByText(/GZRS/)).not.toBeInTheDocument()
    await user.click(before.getByRole('button', { name: 'Close' }))
    await user.keyboard('n')
    await user.keyboard('{Shift>}i{/Shift}')
    const after = within(await screen.findByRole('dialog', { name: 'History of this card' }))
    const counts = within(await after.findByRole('region', { name: 'What you chose' }))
    expect(counts.getAllByRole('listitem')[0]).toHaveTextContent(/^GZRS wrong1 time/)
  })
})

describe('copying', () => {
  test('takes the command, once it is shown', async () => {
    const { user } = await study([COMMAND])
    screen.getByRole('textbox').blur()
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    await user.keyboard('y')
    expect(write).not.toHaveBeenCalled()
    await user.keyboard('n')
    await user.keyboard('y')
    await waitFor(() => expect(said()).toBe('Copied.'))
    expect(write).toHaveBeenCalledWith(expect.stringMatching(/^az lock create --name keep/))
  })

  test('by the button beside the command', async () => {
    const { user } = await study([COMMAND])
    screen.getByRole('textbox').blur()
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'))
    await user.keyboard('n')
    await user.click(await button('Copy'))
    expect(write).toHaveBeenCalledOnce()
    await waitFor(() => expect(screen.getByText(/Could not be copied/)).toBeVisible())
  })
})

describe('a hint', () => {
  test('is shown on demand, and "Got it" then comes to Hard', async () => {
    const { app, user } = await study([BASIC])
    expect(screen.queryByText(/^It begins/)).not.toBeInTheDocument()
    await user.keyboard('h')
    expect(screen.getAllByText('It begins: T… r… w… 2…')[0]).toBeVisible()
    expect(said()).toBe('It begins: T… r… w… 2…')
    expect(screen.queryByRole('button', { name: /hint/i })).not.toBeInTheDocument()
    await user.keyboard(' 2')
    expect(await entries(app, 1)).toMatchObject([{ rating: 'hard' }])
  })

  test('takes something from a right answer that the app judges', async () => {
    const { app, user } = await study([SINGLE])
    await user.click(await button('Hint'))
    const right = screen
      .getAllByRole('radio')
      .findIndex((radio) => radio.closest('label')?.textContent?.endsWith('RA-GZRS'))
    await user.keyboard(`${right + 1}{Enter}`)
    await user.keyboard(' ')
    expect(await entries(app, 1)).toMatchObject([{ rating: 'hard', answer: { right: true } }])
  })
})

describe('thinking first', () => {
  test('keeps the options of a card in review back until they are asked for', async () => {
    const { user } = await inReview()
    expect(screen.queryByRole('radio')).not.toBeInTheDocument()
    expect(screen.getByText(/^Think of the answer first/)).toBeVisible()
    // Letters choose nothing that cannot be seen.
    await user.keyboard('a')
    expect(screen.queryByRole('radio')).not.toBeInTheDocument()
    await user.keyboard(' ')
    expect(screen.getAllByRole('radio')).toHaveLength(3)
    await user.keyboard('a{Enter}')
    await screen.findByRole('region', { name: 'Answer' })
  })

  test('is not asked of new cards, unless the learner wants it', async () => {
    await study([SINGLE])
    expect(screen.getAllByRole('radio')).toHaveLength(3)
    document.body.replaceChildren()
    await studyWith({ thinkFirst: 'always' }, [SINGLE])
    expect(screen.queryByRole('radio')).not.toBeInTheDocument()
  })

  test('can be switched off', async () => {
    await inReview({ thinkFirst: 'never' })
    expect(screen.getAllByRole('radio')).toHaveLength(3)
  })
})

describe('a card that does not stick', () => {
  test('comes with help: the trap, what it is mixed up with, its source, and rest', async () => {
    const { app, user } = await withLapses(9)
    const help = within(await screen.findByRole('region', { name: 'This card does not stick' }))
    expect(help.getByText(/^.*Forgotten 8 times in 8 reviews/)).toBeVisible()
    expect(help.getByText(/You chose “ZRS” 9 times/)).toBeVisible()
    expect(help.getByRole('link', { name: 'Is other so?' })).toHaveAttribute(
      'href',
      '/cards/other/1',
    )
    expect(help.getByRole('link', { name: /learn\.microsoft\.com/ })).toBeVisible()
    await user.click(help.getByRole('button', { name: 'Rest it for four weeks' }))
    await waitFor(async () =>
      expect(await app.db.marks.get('single#1')).toMatchObject({ buriedUntil: 20_808 }),
    )
  })

  test('is not pointed out before it is unlikely', async () => {
    await withLapses(2)
    await screen.findByRole('region', { name: 'Answer' })
    expect(screen.queryByRole('region', { name: 'This card does not stick' })).toBeNull()
  })
})

describe('keys of the learner’s own', () => {
  test('do what they are set to, and are shown', async () => {
    const { app, user } = await studyWith({ keys: { grade2: ['j'], show: ['k'], undo: ['z'] } })
    expect(await button('Show answer')).toHaveAttribute('aria-keyshortcuts', 'K')
    await user.keyboard(' ')
    expect(screen.queryByRole('button', { name: /Got it/ })).not.toBeInTheDocument()
    await user.keyboard('kj')
    await expectHeading('Is b so?')
    expect(await ratings(app)).toMatchObject([{ rating: 'good' }])
    await user.keyboard('z')
    await expectHeading('Is a so?')
    await user.keyboard('?')
    const help = within(await screen.findByRole('dialog', { name: 'Keys' }))
    expect(help.getByText('Second: Got it, Hard').closest('div')).toHaveTextContent('J')
    expect(help.getByText('Edit the card').closest('div')).toHaveTextContent('Shift+E')
  })

  test('open the editor of the card on screen', async () => {
    const { user } = await study(NOTES)
    await user.keyboard('{Shift>}E{/Shift}')
    // This fixture's notes carry no author's text, which the editor says.
    expect(await screen.findByRole('heading', { level: 1, name: 'Edit card' })).toBeVisible()
  })
})

describe('touch', () => {
  test('a tap on the card shows the answer; one on a control does what the control does', async () => {
    await study(NOTES)
    touch('pointerdown', 100, 100, await button('Hint'))
    touch('pointerup', 100, 100, await button('Hint'))
    expect(screen.queryByRole('button', { name: /Got it/ })).not.toBeInTheDocument()
    touch('pointerdown', 100)
    touch('pointerup', 102)
    expect(await button(/Got it/)).toBeVisible()
  })

  test('swipes rate only where the learner wants it, and never before the answer', async () => {
    const { app, user } = await study(NOTES)
    await user.keyboard(' ')
    swipe(150)
    expect(await app.db.reviews.count()).toBe(0)
  })

  test('a swipe to the right takes what is suggested, to the left says forgotten', async () => {
    const { app, user } = await studyWith({ swipe: true })
    swipe(150)
    expect(screen.queryByRole('button', { name: /Got it/ })).not.toBeInTheDocument()
    await user.keyboard(' ')
    swipe(40)
    swipe(150)
    await expectHeading('Is b so?')
    await user.keyboard(' ')
    swipe(-150)
    expect((await entries(app, 2)).map((each) => each.kind === 'rated' && each.rating)).toEqual([
      'good',
      'again',
    ])
  })

  test('a pulse is felt where it is wanted and the device can', async () => {
    const vibrate = vi.fn<() => boolean>(() => true)
    Object.defineProperty(navigator, 'vibrate', { configurable: true, value: vibrate })
    const { user } = await studyWith({ haptics: true })
    await user.keyboard(' 2')
    await expectHeading('Is b so?')
    expect(vibrate).toHaveBeenCalledWith(12)
  })
})

describe('reading aloud', () => {
  test('by key, from the menu, and by itself where it is wanted', async () => {
    const speak = vi.fn<(utterance: { text: string; voice?: unknown }) => void>()
    // The first sends what it reads to its maker.
    const voices = [
      { lang: 'en-US', localService: false },
      { lang: 'de-DE', localService: true },
      { lang: 'en-GB', localService: true },
    ]
    const getVoices = vi.fn<() => typeof voices>(() => voices)
    const speechSynthesis = { speak, cancel: vi.fn<() => void>(), speaking: false, getVoices }
    Object.defineProperty(window, 'speechSynthesis', { configurable: true, value: speechSynthesis })
    vi.stubGlobal(
      'SpeechSynthesisUtterance',
      function utterance(this: { text: string }, text: string) {
        this.text = text
      },
    )
    const texts = () => speak.mock.calls.map(([{ text }]) => text)
    const { user, unmount } = await study(NOTES)
    expect(texts()).toEqual([])
    await user.keyboard('v')
    await waitFor(() => expect(texts()).toEqual(['Is a so?']))
    expect(speak.mock.calls[0]?.[0].voice).toBe(voices[2])
    getVoices.mockReturnValueOnce(voices.slice(0, 1))
    await user.keyboard('v')
    expect(texts()).toEqual(['Is a so?'])
    await user.keyboard('m')
    await user.click(screen.getByRole('button', { name: /^Read aloud/ }))
    await waitFor(() => expect(texts()).toEqual(['Is a so?', 'Is a so?']))
    unmount()
    speak.mockClear()
    const auto = await studyWith({ speak: true })
    await waitFor(() => expect(texts()).toEqual(['Is a so?']))
    await auto.user.keyboard(' ')
    await waitFor(() => expect(texts()).toEqual(['Is a so?', 'Yes']))
    vi.unstubAllGlobals()
  })
})
