import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { doEditorAct } from '../../src/app/editor/act.ts'
import { loadNote } from '../../src/app/editor/load-editor.ts'
import { fullText } from '../../src/core/text/note-text.ts'
import { draftOf, saveDraft } from '../../src/db/drafts.ts'
import { editsOf } from '../../src/db/edits.ts'
import { StorageFault } from '../../src/db/faults.ts'
import { notesByIds } from '../../src/db/notes.ts'
import { saveOwnNote } from '../../src/db/own-notes.ts'
import type { OwnNoteInput } from '../../src/db/own-notes.ts'
import { bundle } from '../support/bundles.ts'
import { install } from '../support/install.ts'
import { shipped } from '../support/texts.ts'
import { renderRoutes, studyingApp } from '../support/test-app.tsx'
import type { TestApp } from '../support/test-app.tsx'

const SHIPPED = shipped('st-tier', { type: 'basic', ask: 'Which **tier**?', answer: 'Cold' })

async function openEditor(path = '/notes/new') {
  const app = await studyingApp([bundle('1', [SHIPPED])])
  const view = renderRoutes(app, path)
  await screen.findByRole('heading', { level: 1 })
  return { app, ...view }
}

const field = (name: string) => screen.getByRole('textbox', { name })
const button = (name: string | RegExp) => screen.getByRole('button', { name })

async function ownNotes(app: TestApp) {
  return (await app.db.notes.toArray()).filter(({ own }) => own !== undefined)
}

/** A card that another tab saves. */
function input(ask: string): OwnNoteInput {
  const text = fullText({ type: 'basic', ask, answer: 'x' })
  const rendered = { body: { type: 'basic' as const, question: ask, answer: 'x' }, why: null }
  return {
    id: ask,
    deck: { id: 'd', title: 'Deck' },
    tags: [],
    skills: [],
    text,
    rendered: { ...rendered, title: ask },
  }
}

async function writeBasic(user: Awaited<ReturnType<typeof openEditor>>['user']) {
  await user.type(field('Question'), 'Who?')
  await user.type(field('Answer'), 'Kim')
}

describe('a new card', () => {
  test('is kept as it was typed, in a deck with tags and the skill of an exam', async () => {
    const { app, user } = await openEditor()
    await writeBasic(user)
    await user.clear(screen.getByLabelText('Deck'))
    await user.type(screen.getByLabelText('Deck'), 'Names')
    await user.type(field('Tags'), 'people, first')
    await user.selectOptions(screen.getByLabelText('Counts for'), 'Access tiers')
    await user.click(button(/^Add card/))

    expect(await screen.findByText('Added to Names.', { selector: 'output' })).toBeInTheDocument()
    const [note] = await ownNotes(app)
    expect(note).toMatchObject({
      text: { type: 'basic', ask: 'Who?', answer: 'Kim' },
      tags: ['people', 'first'],
    })
    expect(note?.skills[0]).toBe('az104-storage-data-tiers')
    // The next one begins at its question, in the same place.
    expect(field('Question')).toHaveValue('')
    expect(field('Question')).toHaveFocus()
    expect(screen.getByLabelText('Deck')).toHaveValue('Names')
    expect(field('Tags')).toHaveValue('people, first')
    await waitFor(async () => expect(await draftOf(app.db, 'new')).toBeNull())
  })

  test('is added once, however fast the key is pressed twice', async () => {
    const { app, user } = await openEditor()
    await writeBasic(user)
    fireEvent.keyDown(field('Answer'), { key: 'Enter', ctrlKey: true })
    fireEvent.keyDown(field('Answer'), { key: 'Enter', ctrlKey: true })
    await screen.findByRole('link', { name: 'Show it' })
    expect(await ownNotes(app)).toHaveLength(1)
  })

  test('that another tab began with the same draft is a card of its own', async () => {
    const { app, user } = await openEditor()
    await user.type(field('Question'), 'Who?')
    await waitFor(async () => expect(await draftOf(app.db, 'new')).not.toBeNull())
    const draft = await draftOf(app.db, 'new')
    const noteId = new Map(Object.entries(draft?.value ?? {})).get('noteId')
    const other = { ...input('theirs'), id: String(noteId) }
    await saveOwnNote(app.db, other, { at: 1, device: 'laptop' }, 'new')
    await user.type(field('Answer'), 'Kim')
    await user.click(button(/^Add card/))
    await screen.findByRole('link', { name: 'Show it' })
    const texts = (await ownNotes(app)).map(({ text }) => text?.ask)
    expect(new Set(texts)).toEqual(new Set(['Who?', 'theirs']))
  })

  test('that was added is taken back, and its text is in the form again', async () => {
    const { app, user } = await openEditor()
    await writeBasic(user)
    await user.click(button(/^Add card/))
    await user.click(await screen.findByRole('button', { name: 'Take back' }))
    await waitFor(() => expect(field('Question')).toHaveValue('Who?'))
    expect(await ownNotes(app)).toMatchObject([{ retired: true }])
    await user.click(button(/^Add card/))
    await waitFor(async () => expect(await ownNotes(app)).toMatchObject([{ retired: false }]))
  })

  test('that lacks something is not added; each field says what, and the first has the focus', async () => {
    const { app, user } = await openEditor()
    expect(field('Question')).not.toHaveAttribute('aria-invalid')
    await user.type(field('Answer'), 'Kim')
    await user.click(button(/^Add card/))
    await waitFor(() => expect(field('Question')).toHaveFocus())
    expect(field('Question')).toBeInvalid()
    expect(field('Question')).toHaveAccessibleDescription('Something must stand here.')
    expect(field('Answer')).toBeValid()
    expect(screen.getByText('1 thing to put right before it can be saved.')).toBeInTheDocument()
    await user.type(field('Question'), 'Who?')
    expect(field('Question')).toBeValid()
    expect(await ownNotes(app)).toEqual([])
  })

  test('that could not be saved is still in the form, and says so', async () => {
    const { app, user } = await openEditor()
    await writeBasic(user)
    const put = vi.spyOn(app.db.notes, 'put').mockRejectedValueOnce(new StorageFault('quota'))
    await user.click(button(/^Add card/))
    expect(await screen.findByRole('alert')).toHaveTextContent('Not saved.')
    expect(field('Question')).toHaveValue('Who?')
    put.mockRestore()
    await user.click(button(/^Add card/))
    await screen.findByRole('link', { name: 'Show it' })
  })

  test('shows as it will be, while it is written', async () => {
    const { user } = await openEditor()
    await user.type(field('Question'), 'Is **it** `so`?')
    const preview = screen.getByRole('region', { name: 'Preview' })
    expect(await within(preview).findByText('so', { selector: 'code' })).toBeInTheDocument()
    await user.click(within(preview).getByRole('radio', { name: 'Question' }))
    const [heading] = await within(preview).findAllByRole('heading', { level: 2, name: /^Is/ })
    expect(heading).toHaveTextContent('Is it so?')
  })

  test('of several options can be tried in the preview', async () => {
    const { user } = await openEditor()
    await user.selectOptions(screen.getByLabelText('Type'), 'Single choice')
    await user.type(field('Question'), 'Which?')
    await user.type(field('Option 1'), 'one')
    await user.type(field('Option 2'), 'two')
    await user.click(screen.getByRole('radio', { name: 'Option 2 is right' }))
    expect(screen.getByRole('radio', { name: 'Option 1 is right' })).not.toBeChecked()
    const preview = screen.getByRole('region', { name: 'Preview' })
    await user.click(within(preview).getByRole('radio', { name: 'Question' }))
    expect(await within(preview).findByRole('radio', { name: /one/ })).toBeInTheDocument()
  })
})

describe('the toolbar', () => {
  test('puts its marks around what is selected, by key and by button', async () => {
    const { user } = await openEditor()
    await user.selectOptions(screen.getByLabelText('Type'), 'Gap')
    const text = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text with gaps' })
    await user.type(text, 'one two three')
    text.focus()
    text.setSelectionRange(4, 7)
    fireEvent.keyDown(text, { code: 'KeyC', key: 'C', ctrlKey: true, shiftKey: true })
    expect(text).toHaveValue('one {{c1::two}} three')
    text.setSelectionRange(0, 3)
    await user.click(button('Bold'))
    expect(text).toHaveValue('**one** {{c1::two}} three')
    fireEvent.keyDown(text, { code: 'KeyB', key: 'b', ctrlKey: true })
    expect(text).toHaveValue('one {{c1::two}} three')
  })

  test('is one stop of the Tab key; arrows go through it', async () => {
    const { user } = await openEditor()
    const bar = screen.getByRole('toolbar', { name: 'Formatting' })
    const buttons = within(bar).getAllByRole('button')
    expect(buttons.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1)
    buttons[0]?.focus()
    await user.keyboard('{ArrowRight}')
    expect(buttons[1]).toHaveFocus()
    await user.keyboard('{ArrowLeft}{ArrowLeft}')
    expect(buttons.at(-1)).toHaveFocus()
  })

  test('leaves commands alone: they are no Markdown', async () => {
    const { user } = await openEditor()
    await user.selectOptions(screen.getByLabelText('Type'), 'Command')
    const code = field('Command')
    await user.type(code, 'az group list')
    fireEvent.keyDown(code, { code: 'KeyB', key: 'b', ctrlKey: true })
    expect(code).toHaveValue('az group list')
  })
})

describe('a draft', () => {
  test('is kept while one types, and there when the editor opens again', async () => {
    const { app, user, unmount } = await openEditor()
    await user.type(field('Question'), 'Half a')
    expect(await screen.findByText('Draft kept on this device.')).toBeInTheDocument()
    await user.type(field('Question'), ' question')
    // Leaving does not wait for the pause after the last key.
    unmount()
    await waitFor(async () =>
      expect((await draftOf(app.db, 'new'))?.value).toMatchObject({
        text: { ask: 'Half a question' },
      }),
    )
    renderRoutes(app, '/notes/new')
    expect(await screen.findByRole('textbox', { name: 'Question' })).toHaveValue('Half a question')
    expect(screen.getByText('You had begun this text. It is as you left it.')).toBeVisible()
    expect(await ownNotes(app)).toEqual([])
  })

  test('is there though the page was gone before the database had written it', async () => {
    const { app, user, unmount } = await openEditor()
    await user.type(field('Question'), 'Saved')
    await screen.findByText('Draft kept on this device.')
    vi.spyOn(app.db.drafts, 'put').mockRejectedValueOnce(new StorageFault('lost'))
    fireEvent.input(field('Question'), { target: { value: 'Saved, and more' } })
    fireEvent(window, new Event('pagehide'))
    unmount()
    vi.restoreAllMocks()
    renderRoutes(app, '/notes/new')
    expect(await screen.findByRole('textbox', { name: 'Question' })).toHaveValue('Saved, and more')
    await waitFor(async () =>
      expect((await draftOf(app.db, 'new'))?.value).toMatchObject({
        text: { ask: 'Saved, and more' },
      }),
    )
  })

  test('that says what is saved is none', async () => {
    const { app, user } = await openEditor('/notes/st-tier/edit')
    await user.type(field('Answer'), '!')
    await waitFor(async () => expect(await draftOf(app.db, 'st-tier')).not.toBeNull())
    await user.type(field('Answer'), '{Backspace}')
    await waitFor(async () => expect(await draftOf(app.db, 'st-tier')).toBeNull())
  })
})

describe('a shipped card', () => {
  test('is changed as a layer, and the original stays as it is', async () => {
    const { app, user, router } = await openEditor('/notes/st-tier/edit?back=/study')
    expect(screen.queryByLabelText('Deck')).not.toBeInTheDocument()
    expect(field('Question')).toHaveValue('Which **tier**?')
    await user.clear(field('Answer'))
    await user.type(field('Answer'), 'The *cold* one')
    await user.click(button(/^Save/))
    await waitFor(() => expect(router.state.location.pathname).toBe('/study'))
    const edit = (await editsOf(app.db, ['st-tier'])).get('st-tier')
    expect(edit?.mine).toMatchObject({ answer: 'The *cold* one' })
    expect((await notesByIds(app.db, ['st-tier'])).get('st-tier')).toMatchObject({
      body: SHIPPED.body,
      text: SHIPPED.text,
    })
  })

  test('is duplicated as a card of one’s own', async () => {
    const { app, user } = await openEditor('/notes/st-tier/edit')
    await user.click(button('Duplicate'))
    expect(await screen.findByText(/This is the copy/)).toBeVisible()
    expect(await ownNotes(app)).toMatchObject([{ text: SHIPPED.text }])
    expect(await app.db.edits.count()).toBe(0)
  })

  test.each(['//evil.example', '/\\evil.example', 'https://evil.example'])(
    'never leads to %s afterwards',
    async (back) => {
      const { user, router } = await openEditor(
        `/notes/st-tier/edit?back=${encodeURIComponent(back)}`,
      )
      expect(screen.queryByRole('link', { name: 'Cancel' })).not.toBeInTheDocument()
      await user.type(field('Answer'), '!')
      await user.click(button(/^Save/))
      await waitFor(() => expect(router.state.location.pathname).toBe('/cards/st-tier/1'))
    },
  )

  test('that is not known has no editor', async () => {
    await openEditor('/notes/nowhere/edit')
    expect(await screen.findByText(/There is no card “nowhere”/)).toBeVisible()
  })

  test('installed without its text says when it can be changed', async () => {
    const { text: _text, ...old } = SHIPPED
    const app = await studyingApp([bundle('1', [old])])
    renderRoutes(app, '/notes/st-tier/edit')
    expect(await screen.findByText(/once its deck has been brought up to date/)).toBeVisible()
  })
})

test('every type of note that a deck can have opens in the editor', async () => {
  const question = { key: 'q1', type: 'basic' as const, ask: 'What?', answer: 'That' }
  const notes = [
    shipped('st-number', { type: 'number', ask: 'How many?', answer: '5', unit: 'GB' }),
    shipped('st-which', {
      type: 'which',
      ask: 'Which?',
      choices: ['a', 'b'],
      rows: [
        { key: 'r1', text: 'one', answer: 'a' },
        { key: 'r2', text: 'two', answer: 'b' },
      ],
    }),
    shipped('st-scenario', {
      type: 'scenario',
      ask: 'Here.',
      questions: [question, { ...question, key: 'q2' }],
    }),
  ]
  const app = await studyingApp([bundle('1', notes)])
  for (const { id, body } of notes) {
    const { unmount, user } = renderRoutes(app, `/notes/${id}/edit`)
    const ask = await screen.findByRole('textbox', {
      name: body.type === 'scenario' ? 'Situation' : 'Question',
    })
    await user.type(ask, '!')
    await user.click(button(/^Save/))
    await waitFor(async () => {
      const mine = (await editsOf(app.db, [id])).get(id)?.mine
      expect(mine && fullText(mine).ask).toMatch(/!$/)
    })
    unmount()
  }
})

test('a draft of a shipped card that a release changed meanwhile takes in what it changed', async () => {
  const app = await studyingApp([bundle('1', [SHIPPED])])
  const view = await loadNote(app, 'st-tier')
  if (view === null || view === 'no text') throw new Error('No editor')
  const draft = { ...view.draft, text: { ...view.draft.text, why: 'Mine' } }
  await saveDraft(app.db, 'st-tier', draft, 1)
  const release = shipped('st-tier', { type: 'basic', ask: 'Which **tier**?', answer: 'Archive' })
  await install(app.db, bundle('2', [release]))
  const again = await loadNote(app, 'st-tier')
  if (again === null || again === 'no text') throw new Error('No editor')
  const { draft: left, saved: over } = again
  await doEditorAct(app, { act: 'save', mode: 'shipped', draft: left, over, deckId: 'd' })
  expect((await editsOf(app.db, ['st-tier'])).get('st-tier')?.mine).toMatchObject({
    answer: 'Archive',
    why: 'Mine',
  })
})
