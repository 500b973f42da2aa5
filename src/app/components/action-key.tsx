import { use } from 'react'
import { keyName } from '../../core/keys.ts'
import type { Action } from '../../core/keys.ts'
import { PrefsContext } from '../study/prefs.ts'
import { Kbd } from './kbd.tsx'

/** The first key that the learner has for an action; nothing where there is none. */
export function ActionKey({ of }: { readonly of: Action }) {
  const [key] = use(PrefsContext).keys[of]
  return key === undefined ? null : <Kbd>{keyName(key)}</Kbd>
}
