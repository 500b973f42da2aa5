import type { FormEvent, KeyboardEvent } from 'react'
import { useSearchParams } from 'react-router'
import { ActionBar } from '../components/action-bar.tsx'
import { Button } from '../components/button.tsx'
import { Kbd } from '../components/kbd.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { NoteConflict } from '../components/note-conflict.tsx'
import { NoteFieldsContext } from '../components/note-fields-context.ts'
import { NoteBelongs, NoteMeta } from '../components/note-meta.tsx'
import { NotePreview } from '../components/note-preview.tsx'
import { NoteQuestions } from '../components/note-questions.tsx'
import { NoteSection } from '../components/note-section.tsx'
import { NoteTools } from '../components/note-tools.tsx'
import type { Tool } from '../components/note-tools.tsx'
import { Notice } from '../components/notice.tsx'
import { Page } from '../components/page.tsx'
import { CONFLICT } from '../words/conflict.ts'
import { EDITOR } from '../words/editor.ts'
import { BesideNotice } from './beside-notice.tsx'
import { conflictFields } from './conflict-fields.ts'
import { withType } from './draft.ts'
import type { EditorView } from './load-editor.ts'
import styles from './editor-page.module.css'
import { useEditor } from './use-editor.ts'
import { useRendered } from './use-rendered.ts'
import { useTools } from './use-tools.ts'

const TITLES = {
  new: EDITOR.newTitle,
  own: EDITOR.ownTitle,
  shipped: EDITOR.shippedTitle,
} as const

interface EditorPageProps {
  readonly view: EditorView
  /** Where to go afterwards. */
  readonly back: string | null
}

type Editor = ReturnType<typeof useEditor>

/** A note being written: its fields, and beside them the cards that it makes. */
export function EditorPage({ view, back }: EditorPageProps) {
  const editor = useEditor(view, back)
  const title = TITLES[view.mode]
  if (editor.isDeleted) return <Deleted editor={editor} title={title} />
  return (
    <Page
      title={title}
      heading={title}
      lead={view.mode === 'shipped' ? EDITOR.shippedLead : undefined}
    >
      <Notices editor={editor} view={view} />
      <div className={styles['columns']}>
        <EditorForm editor={editor} view={view} back={back} />
        <Preview editor={editor} />
      </div>
    </Page>
  )
}

function Preview({ editor }: { readonly editor: Editor }) {
  const rendered = useRendered(editor.draft.text)
  return (
    <div className={styles['preview']}>
      <NotePreview note={editor.draft.text.ask.trim() === '' ? null : rendered} />
    </div>
  )
}

function EditorForm({ editor, view, back }: EditorPageProps & { readonly editor: Editor }) {
  const { draft, said, change, say } = editor
  const { text } = draft
  const tools: readonly Tool[] = [
    'bold',
    'code',
    'block',
    ...(text.type === 'cloze' ? (['gap'] as const) : []),
    'list',
    'table',
  ]
  const typing = useTools(tools, say)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void editor.save()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    typing.onKeyDown(event)
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    if (!event.repeat) void editor.save()
  }
  return (
    <NoteFieldsContext
      value={{ said, onFocus: typing.onFocus, onFiles: typing.onFiles, onSay: say }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of its fields */}
      <form
        id={editor.formId}
        className={styles['form']}
        noValidate
        onSubmit={onSubmit}
        onKeyDown={onKeyDown}
      >
        <NoteMeta
          draft={draft}
          isShipped={view.mode === 'shipped'}
          decks={view.decks}
          onType={(type) => change({ text: withType(text, type) })}
          onChange={change}
        />
        <NoteTools tools={tools} onTool={typing.onTool} onImages={(f) => void typing.onImages(f)} />
        {typing.problem ? <Notice kind="error">{typing.problem}</Notice> : null}
        <NoteSection
          text={text}
          prefix=""
          onChange={(next) => change({ text: { ...text, ...next } })}
        />
        <NoteQuestions
          questions={text.questions}
          onChange={(questions) => change({ text: { ...text, questions } })}
        />
        <NoteBelongs
          draft={draft}
          isShipped={view.mode === 'shipped'}
          skills={view.skills}
          onChange={change}
        />
        {editor.problem ? <Notice kind="error">{editor.problem}</Notice> : null}
        <div className={styles['save']}>
          <Button type="submit" aria-keyshortcuts="Control+Enter">
            {view.mode === 'new' ? EDITOR.add : EDITOR.save} <Kbd>Ctrl+Enter</Kbd>
          </Button>
          <Second editor={editor} view={view} back={back} />
        </div>
        <p className={`${styles['state']} small`}>
          {editor.draftState === 'kept' ? EDITOR.draftKept : null}
          {editor.draftState === 'failed' ? EDITOR.notSaved : null}
        </p>
        <output className="vh">{editor.words}</output>
      </form>
    </NoteFieldsContext>
  )
}

function Second({ editor, view, back }: EditorPageProps & { readonly editor: Editor }) {
  return (
    <div className={styles['second']}>
      {view.mode === 'new' ? null : (
        <Button look="word" onClick={() => void editor.copy()}>
          {EDITOR.duplicate}
        </Button>
      )}
      {view.mode === 'own' ? (
        <Button look="word" onClick={() => void editor.remove(true)}>
          {EDITOR.delete}
        </Button>
      ) : null}
      {back ? (
        <LinkButton look="word" to={back}>
          {EDITOR.cancel}
        </LinkButton>
      ) : null}
    </div>
  )
}

/** What happened before: a text that was begun, a card that was added. */
function Notices({ editor, view }: { readonly editor: Editor; readonly view: EditorView }) {
  const [search] = useSearchParams()
  const { added, conflict, beside } = editor
  return (
    <div className={styles['notices']}>
      {added ? (
        <Notice
          isSilent
          action={
            <span className={styles['acts']}>
              <LinkButton look="word" to={added.card}>
                {EDITOR.showCard}
              </LinkButton>
              <Button look="word" onClick={() => void editor.takeBack()}>
                {EDITOR.undo}
              </Button>
            </span>
          }
        >
          {EDITOR.added(added.deck)}
        </Notice>
      ) : null}
      {search.has('copy') ? <Notice>{EDITOR.copied}</Notice> : null}
      {conflict.theirs ? (
        <NoteConflict
          fields={conflictFields(editor.draft, conflict.theirs)}
          region={conflict.region}
          onMine={() => void editor.saveMine()}
          onTheirs={conflict.takeTheirs}
          onBoth={() => void editor.copy(true)}
        />
      ) : null}
      {conflict.aside ? (
        <Notice
          isSilent
          action={
            <Button look="word" onClick={conflict.backToMine}>
              {CONFLICT.backToMine}
            </Button>
          }
        >
          {CONFLICT.tookTheirs}
        </Notice>
      ) : null}
      <BesideNotice draft={editor.draft} beside={beside} />
      {view.isRestored && editor.isDirty && !added && !conflict.theirs ? (
        <Notice
          action={
            <Button look="word" onClick={editor.startAgain}>
              {view.mode === 'new' ? EDITOR.draftDrop : EDITOR.draftDropSaved}
            </Button>
          }
        >
          {EDITOR.draftFound}
        </Notice>
      ) : null}
    </div>
  )
}

function Deleted({ editor, title }: { readonly editor: Editor; readonly title: string }) {
  return (
    <Page title={title} heading={EDITOR.deletedTitle} lead={EDITOR.deleted}>
      <ActionBar
        second={
          <LinkButton look="word" to="/notes/new">
            {EDITOR.another}
          </LinkButton>
        }
      >
        <Button onClick={() => void editor.remove(false)}>{EDITOR.undo}</Button>
      </ActionBar>
      {editor.problem ? <Notice kind="error">{editor.problem}</Notice> : null}
      <output className="vh">{editor.words}</output>
    </Page>
  )
}
