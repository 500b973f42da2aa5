import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { ExamBundle } from '../../src/core/catalog.ts'
import { defaultPlan } from '../../src/core/plan-settings.ts'
import type { Review } from '../../src/core/review.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { DAY_MS } from '../../src/core/time.ts'
import { changeMark } from '../../src/db/marks.ts'
import { savePlan } from '../../src/db/plan-settings.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { bundle, note } from '../support/bundles.ts'
import { rated } from '../support/log.ts'
import { anotherTab } from '../support/test-db.ts'
import {
  CHICAGO,
  NOON,
  renderRoutes,
  setSetting,
  studyingApp,
  testApp,
} from '../support/test-app.tsx'

const TIERS = 'az104-storage-data-tiers'
const RULES = 'az104-storage-data-rules'
const PEERING = 'az104-network-links-peering'

/** Two domains; storage has one group of two skills, networking one group of one. */
const BLUEPRINT: ExamBundle['blueprint'] = {
  exam: 'AZ-104',
  title: 'Microsoft Azure Administrator',
  guide: 'https://learn.microsoft.com/credentials/az-104',
  as_of: '2026-04-17',
  still_current_on: '2026-09-25',
  minutes: 100,
  passing_score: 700,
  domains: [
    {
      id: 'az104-storage',
      title: 'Implement and manage storage',
      weight: [15, 20],
      groups: [
        {
          id: 'az104-storage-data',
          title: 'Configure Blob Storage',
          skills: [
            { id: TIERS, title: 'Configure storage tiers' },
            { id: RULES, title: 'Configure lifecycle rules' },
          ],
        },
      ],
    },
    {
      id: 'az104-network',
      title: 'Implement and manage virtual networking',
      weight: [20, 25],
      groups: [
        {
          id: 'az104-network-links',
          title: 'Connect networks',
          skills: [{ id: PEERING, title: 'Configure peering' }],
        },
      ],
    },
  ],
}

/** Tiers has a, b and e; rules has c; peering has d, and lists e, which counts in storage. */
const AZ104 = bundle(
  '1',
  [
    note('a', { skills: [TIERS], status: 'recheck' }),
    note('b', { skills: [TIERS] }),
    note('c', { skills: [RULES] }),
    note('d', { skills: [PEERING] }),
    note('e', { skills: [TIERS, PEERING] }),
  ],
  { blueprint: BLUEPRINT },
)
const AZ305 = bundle('1', [note('f', { skills: ['az305-storage-data-tiers'] })], { exam: 'AZ-305' })
const AZ900 = bundle('1', [], { exam: 'AZ-900' })

let count = 0

/** `easy` on a new card makes it stable for 8.3 days: after 8 it is due, at 90 % recall. */
function answered(id: string, daysAgo: number, changes: Parameters<typeof rated>[2] = {}): Review {
  count += 1
  const at = NOON - daysAgo * DAY_MS
  const base = { cardId: `${id}#1`, utcOffsetMin: CHICAGO, at, rating: 'easy' } as const
  return rated(`${id}-${count}`, 0, { ...base, ...changes })
}

async function studied(...reviews: readonly Review[]) {
  const app = await studyingApp([AZ104])
  for (const review of reviews) await recordReview(app.db, review, DEFAULT_SCHEDULER)
  return app
}

const heading = () => screen.findByRole('heading', { level: 1 })
const section = (name: string) => screen.getByRole('region', { name })
const fact = (name: string) => screen.getByText(name).nextElementSibling
const row = (title: string) => {
  const found = screen.getByRole('link', { name: title }).closest('li')
  if (!found) throw new Error(`no row ${title}`)
  return within(found)
}

describe('Progress of an exam', () => {
  test('opens with the first exam chosen and offers every other', async () => {
    const app = await studyingApp([AZ305, AZ104])
    const { router } = renderRoutes(app, '/progress')
    expect(await heading()).toHaveTextContent('None of 1 card seen yet.')
    expect(router.state.location.pathname).toBe('/progress/AZ-305')
    const links = within(screen.getByRole('navigation', { name: 'Exam' })).getAllByRole('link')
    expect(links.map((link) => link.textContent)).toEqual(['AZ-305', 'AZ-104'])
    expect(links[0]).toHaveAttribute('aria-current', 'page')
  })

  test('says in one sentence what was seen and what is covered least, and what recall rests on', async () => {
    renderRoutes(await studied(answered('a', 8), answered('b', 8)), '/progress/AZ-104')
    expect(await heading()).toHaveTextContent('2 of 5 cards seen; networking is the least covered.')
    expect(
      screen.getByText(
        /recall now is 90.% on average of the 2 cards seen, estimated from 2 reviews/,
      ),
    ).toBeVisible()
  })

  test('shows weight, cards seen, due and recall of each domain', async () => {
    renderRoutes(await studied(answered('a', 8), answered('b', 0)), '/progress/AZ-104')
    await heading()
    const storage = row('Implement and manage storage')
    expect(storage.getByText(/15–20.% of the exam/)).toBeVisible()
    expect(storage.getByText('2 of 4 seen')).toBeVisible()
    expect(storage.getByText('1 due today')).toBeVisible()
    // One at 90 %, one at 100 %.
    expect(
      storage.getByRole('img', { name: 'Expected recall 95 percent now, from 2 cards seen' }),
    ).toBeVisible()
  })

  test('says "not seen yet" rather than 0 %', async () => {
    renderRoutes(await studied(answered('a', 8)), '/progress/AZ-104')
    await heading()
    const networking = row('Implement and manage virtual networking')
    expect(networking.getByText('not seen yet')).toBeVisible()
    expect(networking.queryByRole('img')).toBeNull()
    expect(screen.queryByText(/^0\s*%/)).toBeNull()
  })

  test('counts a card once in the exam, in the domain of its first skill', async () => {
    renderRoutes(await studied(answered('e', 8)), '/progress/AZ-104')
    expect(await heading()).toHaveTextContent('1 of 5 cards seen')
    expect(row('Implement and manage storage').getByText('1 of 4 seen')).toBeVisible()
    expect(row('Implement and manage virtual networking').getByText('0 of 1 seen')).toBeVisible()
  })

  test('gives the same figures as a table', async () => {
    const { user } = renderRoutes(await studied(answered('a', 8)), '/progress/AZ-104')
    await heading()
    await user.click(screen.getByText('The same as a table'))
    const table = screen.getByRole('table', { name: 'Recall now, by domain' })
    const rows = within(table).getAllByRole('row')
    expect(within(rows[1] ?? table).getByRole('rowheader')).toHaveTextContent('1 Implement')
    const cells = () =>
      within(table)
        .getAllByRole('row')
        .map((each) =>
          within(each)
            .queryAllByRole('cell')
            .map((cell) => cell.textContent.replaceAll(/\s/g, ' ')),
        )
    // Time is added up once the page stands.
    await waitFor(() =>
      expect(cells()).toEqual([
        [],
        ['15–20 %', '1 of 4', '90 %', '8 days', '0', '0.1', '1'],
        ['20–25 %', '0 of 1', 'not seen yet', '–', '0', '0', '0'],
      ]),
    )
  })

  test('leaves suspended cards out of what is due', async () => {
    const app = await studied(answered('a', 8), answered('b', 8))
    await changeMark(app.db, 'a#1', { suspended: true }, NOON, 'test')
    renderRoutes(app, '/progress/AZ-104')
    await heading()
    expect(row('Implement and manage storage').getByText('1 due today')).toBeVisible()
  })

  test('follows what another tab reviews', async () => {
    const app = await studied()
    renderRoutes(app, '/progress/AZ-104')
    expect(await heading()).toHaveTextContent('None of 5 cards seen yet.')
    await recordReview(anotherTab(app.db), answered('a', 0), DEFAULT_SCHEDULER)
    await waitFor(async () => expect(await heading()).toHaveTextContent('1 of 5 cards seen'))
  })
})

describe('what to do next', () => {
  test('names the weakest skills first, each with a session of its own', async () => {
    renderRoutes(
      await studied(answered('c', 8), answered('d', 2), answered('e', 1)),
      '/progress/AZ-104',
    )
    await heading()
    const weakest = within(section('Weakest skills')).getAllByRole('listitem')
    expect(weakest.map((item) => item.textContent.replaceAll(/\s/g, ' '))).toEqual([
      expect.stringContaining('1.1Configure lifecycle rules90 % from 1 card'),
      expect.stringContaining('2.1Configure peering98 % from 2 cards'),
      expect.stringContaining('1.1Configure storage tiers98 % from 1 card'),
    ])
    expect(screen.getByRole('link', { name: 'Study Configure lifecycle rules' })).toHaveAttribute(
      'href',
      `/study?exam=AZ-104&part=${RULES}`,
    )
  })

  test('with a plan says what Today says: what is planned, and what is done', async () => {
    // Both are due, and one of them is recalled so well that the plan lets it wait.
    const app = await studied(answered('a', 20), answered('b', 8))
    const plan = { ...defaultPlan(20_780), date: '2026-12-21' }
    await savePlan(app.db, 'AZ-104', plan, [20, 20, 20, 20, 20, 20, 20], app.now(), 'test')
    renderRoutes(app, '/')
    expect(await heading()).toHaveTextContent(/minutes? today: 1 review, 3 new\.$/)
    cleanup()
    const first = renderRoutes(app, '/progress/AZ-104')
    await heading()
    expect(row('Implement and manage storage').getByText('3 planned today')).toBeVisible()
    expect(screen.getByRole('link', { name: /^Study AZ-104 4 planned today/ })).toBeVisible()
    expect(screen.queryByText(/due today/)).toBeNull()
    first.unmount()

    await recordReview(app.db, answered('a', 0), DEFAULT_SCHEDULER)
    const second = renderRoutes(app, '/progress/AZ-104')
    await heading()
    expect(row('Implement and manage storage').getByText('2 left today, 1 done')).toBeVisible()
    second.unmount()

    renderRoutes(app, `/progress/AZ-104/${TIERS}`)
    await heading()
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1)
    expect(rows.map((each) => each.lastElementChild?.textContent)).toEqual([
      'done today',
      'by plan',
      'planned today',
    ])
  })

  test('of an exam without a plan says what Today asks, where cards come by the plan of another', async () => {
    const own = note('f', { skills: ['az305-storage-data-tiers'] })
    const shared = note('g', { skills: ['az305-storage-data-tiers', TIERS] })
    const first = bundle('1', [note('a', { skills: [TIERS] }), shared], { blueprint: BLUEPRINT })
    const app = await studyingApp([first, bundle('1', [own, shared], { exam: 'AZ-305' })])
    // All are due, and the plan lets the shared one wait, as it is recalled well.
    for (const id of ['a', 'f', 'g']) {
      await recordReview(app.db, answered(id, id === 'a' ? 20 : 8), DEFAULT_SCHEDULER)
    }
    const plan = { ...defaultPlan(20_780), date: '2026-12-21' }
    await savePlan(app.db, 'AZ-104', plan, [20, 20, 20, 20, 20, 20, 20], app.now(), 'test')
    renderRoutes(app, '/')
    expect(await heading()).toHaveTextContent(/minutes? today: 2 reviews\.$/)
    cleanup()
    renderRoutes(app, '/progress/AZ-305')
    await heading()
    expect(screen.getByRole('link', { name: /^Study AZ-305 1 due/ })).toBeVisible()
  })

  test('a domain has its weakest skills, with one button for exactly those', async () => {
    const app = await studied(answered('a', 8), answered('c', 60), answered('d', 90))
    renderRoutes(app, '/progress/AZ-104/az104-storage')
    await heading()
    const weakest = within(section('Weakest skills'))
    const titles = weakest
      .getAllByRole('listitem')
      .map((item) => within(item).getAllByRole('link')[0])
    expect(titles.map((link) => link?.textContent)).toEqual([
      'Configure lifecycle rules',
      'Configure storage tiers',
    ])
    expect(weakest.getByRole('link', { name: 'Study these 2 skills' })).toHaveAttribute(
      'href',
      `/study?exam=AZ-104&skills=${RULES},${TIERS}&mode=ahead`,
    )
  })

  test('offers no session for a skill of which nothing is due or new', async () => {
    renderRoutes(await studied(answered('d', 1), answered('e', 1)), '/progress/AZ-104')
    await heading()
    const weakest = within(section('Weakest skills'))
    expect(weakest.queryByRole('link', { name: 'Study Configure peering' })).toBeNull()
    expect(weakest.getByText('nothing due today')).toBeVisible()
  })

  test('names the least covered skills first, those of the heavier domain before their equals', async () => {
    renderRoutes(await studied(answered('a', 1)), '/progress/AZ-104')
    await heading()
    const least = within(section('Least covered skills')).getAllByRole('listitem')
    expect(least.map((item) => item.textContent)).toEqual([
      expect.stringContaining('Configure peering0 of 2 seen'),
      expect.stringContaining('Configure lifecycle rules0 of 1 seen'),
      expect.stringContaining('Configure storage tiers1 of 3 seen'),
    ])
  })

  test('studies exactly the weakest with one button, also what is not due', async () => {
    const { user, router } = renderRoutes(
      await studied(answered('c', 1), answered('d', 2)),
      '/progress/AZ-104',
    )
    await heading()
    await user.click(screen.getByRole('link', { name: 'Study these 2 skills' }))
    await waitFor(() =>
      expect(router.state.location.search).toBe(
        `?exam=AZ-104&skills=${PEERING},${RULES}&mode=ahead`,
      ),
    )
    // The new card of the two skills; nothing of the third.
    await waitFor(async () => expect(await heading()).toHaveTextContent('Is e so?'))
  })

  test('says so while no skill has been seen', async () => {
    renderRoutes(await studied(), '/progress/AZ-104')
    await heading()
    expect(within(section('Weakest skills')).getByText(/No skill has been seen yet/)).toBeVisible()
  })
})

describe('drilling down', () => {
  test('goes from exam to domain, group, skill and card by keyboard, and up again', async () => {
    const { user, router } = renderRoutes(await studied(answered('a', 8)), '/progress/AZ-104')
    await heading()
    const follow = async (name: string | RegExp) => {
      ;(await screen.findByRole('link', { name })).focus()
      await user.keyboard('{Enter}')
    }
    await follow('Implement and manage storage')
    await waitFor(async () => expect(await heading()).toHaveTextContent('Domain 1 Implement'))
    await follow('Configure Blob Storage')
    await waitFor(async () => expect(await heading()).toHaveTextContent('Group 1.1 Configure'))
    await follow('Configure storage tiers')
    await waitFor(async () => expect(await heading()).toHaveTextContent('Skill Configure storage'))
    await follow('Is a so?')
    await waitFor(() => expect(router.state.location.pathname).toBe('/cards/a/1'))

    await follow('Up to Configure storage tiers')
    await waitFor(async () => expect(await heading()).toHaveTextContent('Skill Configure storage'))
    await follow('Up to Configure Blob Storage')
    await waitFor(async () => expect(await heading()).toHaveTextContent('Group 1.1'))
    await follow('Domain 1 Implement and manage storage')
    await waitFor(async () => expect(await heading()).toHaveTextContent('Domain 1'))
    await follow('Up to AZ-104')
    await waitFor(() => expect(router.state.location.pathname).toBe('/progress/AZ-104'))
  })

  test('shows of a group what it has of cards and of skills', async () => {
    renderRoutes(
      await studied(answered('a', 8), answered('c', 8)),
      '/progress/AZ-104/az104-storage-data',
    )
    expect(await heading()).toHaveTextContent('Configure Blob Storage')
    expect(screen.getByText(/2 of 4 cards seen\. Expected recall now 90.%/)).toBeVisible()
    expect(row('Configure storage tiers').getByText('1 of 3 seen')).toBeVisible()
    expect(row('Configure lifecycle rules').getByText('1 due today')).toBeVisible()
    expect(
      screen.getByRole('link', { name: /^Study this group 2 due, 2 not seen/ }),
    ).toHaveAttribute('href', '/study?exam=AZ-104&part=az104-storage-data')
  })

  test('lists the cards of a skill with their state, when they are due and their signs', async () => {
    const app = await studied(
      answered('a', 8),
      answered('b', 0, { rating: 'again', at: NOON - 60_000 }),
    )
    renderRoutes(app, `/progress/AZ-104/${TIERS}`)
    await heading()
    const table = screen.getByRole('table', { name: 'Configure storage tiers' })
    const cards = within(table).getAllByRole('row').slice(1)
    expect(cards.map((each) => each.textContent.replaceAll(/\s/g, ' '))).toEqual([
      'Is a so?Question and answer · marked for another checkRecall 90 %today',
      'Is b so?Question and answerIn learningtoday',
      'Is e so?Question and answerNew–not due',
    ])
  })

  test('says how long a card waits, and that a suspended one does not', async () => {
    const app = await studied(answered('a', 10), answered('b', 1), answered('e', 10))
    await changeMark(app.db, 'e#1', { suspended: true }, NOON, 'test')
    renderRoutes(app, `/progress/AZ-104/${TIERS}`)
    await heading()
    const cards = screen.getAllByRole('row').slice(1)
    expect(cards.map((each) => each.textContent)).toEqual([
      expect.stringMatching(/since 2 days$/),
      expect.stringMatching(/in 7 days$/),
      expect.stringMatching(/suspended.*–not due$/),
    ])
  })
})

describe('what else is known of a part', () => {
  test('how firm it is, how often it was forgotten, and the time that it took', async () => {
    const app = await studied(
      answered('a', 8),
      answered('b', 10),
      answered('b', 2, { rating: 'again', durationMs: 180_000 }),
    )
    renderRoutes(app, `/progress/AZ-104/${TIERS}`)
    await heading()
    expect(fact('Stability')).toHaveTextContent(
      '1 to 8 days for half of the cards, 8 in the middle',
    )
    expect(fact('Forgotten in review')).toHaveTextContent('1 time')
    // 4 s, 4 s and a minute, as the rest was a break.
    await waitFor(() => expect(fact('Time spent')).toHaveTextContent('1 minute'))
    expect(screen.queryByText('Recall on the exam day')).toBeNull()
  })

  test('expected recall on the exam day, where there is one', async () => {
    const app = await studied(answered('a', 8))
    const plan = { ...defaultPlan(20_780), date: '2026-12-23' }
    await savePlan(app.db, 'AZ-104', plan, null, NOON, 'test')
    renderRoutes(app, '/progress/AZ-104')
    await heading()
    const storage = row('Implement and manage storage')
    expect(
      storage.getByRole('img', { name: /90 percent now, 7\d percent on the exam day/ }),
    ).toBeVisible()
    expect(screen.getByText(/The open dot is the exam day/)).toBeVisible()
  })

  test('a skill of AZ-305 shows the skills of AZ-104 that it stands on', async () => {
    const design = 'az305-storage-data-tiers'
    const both = note('a', { skills: [TIERS, design] })
    const others = AZ104.notes.filter(({ id }) => id !== 'a')
    const own = note('f', { skills: [design], needs: ['c'] })
    const app = await studyingApp([
      { ...AZ104, notes: [both, ...others] },
      bundle('1', [own, both], { exam: 'AZ-305' }),
    ])
    await recordReview(app.db, answered('a', 8), DEFAULT_SCHEDULER)
    renderRoutes(app, `/progress/AZ-305/${design}`)
    await heading()
    const basis = within(section('Stands on AZ-104')).getAllByRole('listitem')
    expect(basis.map((item) => item.textContent)).toEqual([
      expect.stringContaining('Configure lifecycle rules0 of 1 seen'),
      expect.stringContaining('Configure storage tiers1 of 3 seen'),
    ])
  })
})

describe('what is not there', () => {
  test.each([
    ['/progress/AZ-999', 'There is no exam “AZ-999” in this version of Cirrus.'],
    ['/progress/AZ-104/az104-nothing', 'AZ-104 has no part “az104-nothing”.'],
  ])('%s is answered with a way out', async (path, words) => {
    renderRoutes(await studied(), path)
    expect(await heading()).toHaveTextContent('There is no such page.')
    expect(screen.getByText(words)).toBeVisible()
    expect(screen.getByRole('link', { name: 'See your progress' })).toBeVisible()
  })

  test('an exam that is not chosen shows its outline and no session', async () => {
    const app = testApp({ bundles: [AZ104, AZ305] })
    await setSetting(app, 'exams', ['AZ-305'])
    renderRoutes(app, '/progress/az-104')
    expect(await heading()).toHaveTextContent('None of 5 cards seen yet.')
    expect(screen.getByText(/AZ-104 is not among your exams/)).toBeVisible()
    expect(row('Implement and manage storage').getByText('0 of 4 seen')).toBeVisible()
    expect(screen.queryByRole('link', { name: /Study/ })).toBeNull()
  })

  test('a skill of an exam that is not installed lists no cards', async () => {
    renderRoutes(testApp({ bundles: [AZ104] }), `/progress/AZ-104/${TIERS}`)
    expect(await heading()).toHaveTextContent('Configure storage tiers')
    expect(screen.queryByRole('table')).toBeNull()
  })

  test('an exam without cards shows its outline and links the official study guide', async () => {
    renderRoutes(await studyingApp([AZ104, AZ900]), '/progress/AZ-900')
    expect(await heading()).toHaveTextContent('No cards for AZ-900 yet.')
    expect(row('Storage').getByText('no cards yet')).toBeVisible()
    expect(screen.getByText(/^Outline of 17 Apr 2026/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Official study guide' })).toHaveAttribute(
      'href',
      'https://learn.microsoft.com/credentials/certifications/',
    )
  })
})
