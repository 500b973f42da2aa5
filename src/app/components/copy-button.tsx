import { useState } from 'react'
import { copyText } from '../study/copy.ts'
import { COPY } from '../words/card-acts.ts'
import { ActionButton } from './action-button.tsx'

/** Copies a text, and says beside it whether that could be done. */
export function CopyButton({ text }: { readonly text: string }) {
  const [result, setResult] = useState('')
  return (
    <>
      <ActionButton look="word" action="copy" onPress={() => void copyText(text).then(setResult)}>
        {COPY.action}
      </ActionButton>{' '}
      <output className="small">{result}</output>
    </>
  )
}
