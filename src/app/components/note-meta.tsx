import type { NoteText } from '../../core/text/note-text.ts'
import { NOTE_TYPES } from '../../core/note.ts'
import { TYPE_NAMES } from '../words/card.ts'
import { EDITOR, TYPE_HINTS } from '../words/editor.ts'
import { NoteLineField, NoteSelect } from './note-line-field.tsx'
import styles from './note-meta.module.css'

interface Meta {
  readonly deck: string
  readonly tags: string
  readonly skill: string
}

interface NoteMetaProps {
  readonly draft: Meta & { readonly text: NoteText }
  /** A shipped note keeps its type, its deck and its skills. */
  readonly isShipped: boolean
  readonly decks: readonly string[]
  readonly skills: readonly {
    readonly group: string
    readonly skills: readonly { readonly id: string; readonly title: string }[]
  }[]
  readonly onType: (type: NoteText['type']) => void
  readonly onChange: (change: Partial<Meta>) => void
}

const TYPES = ['basic', 'reversed', 'cloze', 'single', 'multi', 'command', 'order'] as const

/** What the note is, and the deck that it goes into. */
export function NoteMeta(props: Omit<NoteMetaProps, 'skills'>) {
  const { draft, isShipped, decks, onType, onChange } = props
  const { type } = draft.text
  if (isShipped) return null
  const known: readonly NoteText['type'][] = TYPES
  const types = known.includes(type) ? known : [type, ...known]
  return (
    <div className={styles['meta']}>
      <NoteSelect
        label={EDITOR.type}
        path="type"
        hint={TYPE_HINTS[type]}
        value={type}
        onChange={(value) => {
          const next = NOTE_TYPES.find((each) => each === value)
          if (next) onType(next)
        }}
      >
        {types.map((each) => (
          <option key={each} value={each}>
            {TYPE_NAMES[each]}
          </option>
        ))}
      </NoteSelect>
      <NoteLineField
        label={EDITOR.deck}
        path="deck"
        hint={EDITOR.deckHint}
        value={draft.deck}
        suggestions={decks}
        onChange={(deck) => onChange({ deck })}
      />
    </div>
  )
}

type NoteBelongsProps = Pick<NoteMetaProps, 'draft' | 'isShipped' | 'skills' | 'onChange'>

/** Tags, and the skill of an exam that the note counts for. */
export function NoteBelongs({ draft, isShipped, skills, onChange }: NoteBelongsProps) {
  if (isShipped) return null
  return (
    <div className={styles['meta']}>
      <NoteLineField
        label={EDITOR.tags}
        path="tags"
        hint={EDITOR.tagsHint}
        value={draft.tags}
        onChange={(tags) => onChange({ tags })}
      />
      <NoteSelect
        label={EDITOR.skill}
        path="skill"
        hint={EDITOR.skillHint}
        value={draft.skill}
        onChange={(skill) => onChange({ skill })}
      >
        <option value="">{EDITOR.noSkill}</option>
        {skills.map(({ group, skills: each }) => (
          <optgroup key={group} label={group}>
            {each.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </optgroup>
        ))}
      </NoteSelect>
    </div>
  )
}
