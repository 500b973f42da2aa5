import { useState } from 'react'
import { data, useFetcher, useLoaderData, useNavigate, useRevalidator } from 'react-router'
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import * as v from 'valibot'
import { cardIdOf } from '../../core/note.ts'
import { StorageFault } from '../../db/faults.ts'
import { useApp } from '../app.ts'
import type { App } from '../app.ts'
import { Button } from '../components/button.tsx'
import { DetailsActions } from '../components/details-actions.tsx'
import { DetailsDifferences, DetailsEdit } from '../components/details-edit.tsx'
import { DetailsPage } from '../components/details-page.tsx'
import { Notice } from '../components/notice.tsx'
import { ActSchema, doAct } from '../details/act.ts'
import type { Act } from '../details/act.ts'
import { cardViewOf } from '../details/card-view.ts'
import type { CardView } from '../details/card-view.ts'
import { loadCard } from '../details/load-card.ts'
import { useChanges } from '../hooks/use-changes.ts'
import { useHotkeys } from '../hooks/use-hotkeys.ts'
import type { Screen } from '../screen.ts'
import { CARD } from '../words/card.ts'
import styles from './card.module.css'

/** The details of one card, and what can be done with it outside of a session. */
export function cardRoute(app: App): Screen {
  return { loader: cardLoader(app), action: cardAction(app), Component: CardPage }
}

function cardLoader(app: App) {
  return async ({ params }: LoaderFunctionArgs) => {
    const { noteId = '', key = '' } = params
    const card = await loadCard(app, noteId, key)
    if (!card) throw data(CARD.unknown(cardIdOf(noteId, key)), { status: 404 })
    return cardViewOf(card)
  }
}

/** What an act came to, in words. */
type ActResult = { readonly done: string } | { readonly problem: string }

function cardAction(app: App) {
  return async ({ params, request }: ActionFunctionArgs): Promise<ActResult> => {
    const { noteId = '', key = '' } = params
    const act = v.parse(ActSchema, await request.json())
    try {
      return { done: await doAct(app, cardIdOf(noteId, key), act) }
    } catch (error) {
      if (error instanceof StorageFault) return { problem: `${CARD.failed} ${error.message}` }
      throw error
    }
  }
}

function CardPage() {
  const view = useLoaderData<CardView>()
  const { revalidate } = useRevalidator()
  useChanges(() => void revalidate())
  return <Details key={view.cardId} view={view} />
}

function Details({ view }: { readonly view: CardView }) {
  const [isOriginalShown, showOriginal] = useState(false)
  const navigate = useNavigate()
  const fetcher = useFetcher<ActResult>()
  const submit = (act: Act) =>
    void fetcher.submit(act, { method: 'post', encType: 'application/json' })
  useHotkeys({ e: () => void navigate(view.edit.to) })
  const { differences } = view.edit
  return (
    <div className={styles['card']} data-exam={view.exam?.toLowerCase()}>
      <DetailsPage
        view={view}
        isOriginalShown={isOriginalShown}
        above={
          differences.length > 0 ? (
            <DetailsDifferences
              differences={differences}
              onDecide={(path, side) => submit({ act: 'decide', path, side })}
            />
          ) : null
        }
        actions={
          <>
            <DetailsEdit
              edit={view.edit}
              isOriginalShown={isOriginalShown}
              onShowOriginal={showOriginal}
              onDiscard={() => {
                showOriginal(false)
                submit({ act: 'discardEdit' })
              }}
              onRestore={(text) => submit({ act: 'restoreEdit', text: JSON.stringify(text) })}
            />
            <Actions view={view} />
            <Result result={fetcher.state === 'idle' ? fetcher.data : undefined} isShown={false} />
          </>
        }
      />
    </div>
  )
}

function Actions({ view }: { readonly view: CardView }) {
  const { newId } = useApp()
  const fetcher = useFetcher<ActResult>()
  const submit = (act: Act) =>
    void fetcher.submit(act, { method: 'post', encType: 'application/json' })
  return (
    <>
      <DetailsActions
        suspended={view.suspended}
        buried={view.buried}
        flag={view.flag}
        canReset={view.memory !== null}
        onSuspend={(suspended) => submit({ act: 'suspend', suspended })}
        onBury={(buried) => submit({ act: 'bury', buried })}
        onFlag={(flag) => submit({ act: 'flag', flag })}
        onReset={() => submit({ act: 'reset', id: newId() })}
      />
      <div className={styles['result']}>
        <Result
          result={fetcher.state === 'idle' ? fetcher.data : undefined}
          isShown={view.reset === null}
        />
      </div>
      {view.reset ? (
        <TakeBack
          key={view.reset.id}
          words={view.reset.words}
          onTakeBack={(id) => submit({ act: 'undo', id, target: view.reset?.id ?? '' })}
        />
      ) : null}
    </>
  )
}

interface ResultProps {
  readonly result: ActResult | undefined
  /** False where a notice says the same: then it is only announced. */
  readonly isShown: boolean
}

/** Says what was done, or that nothing was; always there, so that it is announced. */
function Result({ result, isShown }: ResultProps) {
  if (result && 'problem' in result) return <Notice kind="error">{result.problem}</Notice>
  return <output className={isShown ? 'small' : 'vh'}>{result?.done}</output>
}

interface TakeBackProps {
  readonly words: string
  readonly onTakeBack: (id: string) => void
}

/** A new start that can be taken back. The entry's id is made when it is offered. */
function TakeBack({ words, onTakeBack }: TakeBackProps) {
  const { newId } = useApp()
  const [id] = useState(newId)
  return (
    <Notice
      action={
        <Button look="word" onClick={() => onTakeBack(id)}>
          {CARD.undoReset}
        </Button>
      }
    >
      {words}
    </Notice>
  )
}
