import { data, useLoaderData } from 'react-router'
import type { LoaderFunctionArgs } from 'react-router'
import type { App } from '../app.ts'
import { LinkButton } from '../components/link-button.tsx'
import { Page } from '../components/page.tsx'
import { EditorPage } from '../editor/editor-page.tsx'
import { loadNew, loadNote } from '../editor/load-editor.ts'
import type { EditorView } from '../editor/load-editor.ts'
import type { Screen } from '../screen.ts'
import { EDITOR } from '../words/editor.ts'

/** The editor: of a new note at `/notes/new`, of one that is there at `/notes/:id/edit`. */
export function noteEditorRoute(app: App): Screen {
  return {
    loader: editorLoader(app),
    Component: NoteEditorPage,
    // What is typed is the learner's: nothing that happens elsewhere may put other texts in its place.
    shouldRevalidate: ({ currentUrl, nextUrl }) => currentUrl.href !== nextUrl.href,
  }
}

interface Loaded {
  readonly view: EditorView | null
  /** Where to go afterwards; null leaves it to what was done. */
  readonly back: string | null
}

function editorLoader(app: App) {
  return async ({ params, request }: LoaderFunctionArgs): Promise<Loaded> => {
    const { searchParams } = new URL(request.url)
    const back = backOf(searchParams)
    const { noteId } = params
    if (noteId === undefined) return { view: await loadNew(app, searchParams), back }
    const view = await loadNote(app, noteId)
    if (view === null) throw data(EDITOR.unknown(noteId), { status: 404 })
    return { view: view === 'no text' ? null : view, back }
  }
}

/** `?back=/study`: a place in this app and nowhere else. */
function backOf(search: URLSearchParams): string | null {
  const back = search.get('back')
  return back !== null && /^\/(?![/\\])/.test(back) ? back : null
}

function NoteEditorPage() {
  const { view, back } = useLoaderData<Loaded>()
  if (!view) {
    return (
      <Page title={EDITOR.ownTitle} heading={EDITOR.ownTitle} lead={EDITOR.noText}>
        <p>
          <LinkButton look="plain" to="/">
            {EDITOR.cancel}
          </LinkButton>
        </p>
      </Page>
    )
  }
  return <EditorPage key={`${view.draftId} ${view.noteId}`} view={view} back={back} />
}
