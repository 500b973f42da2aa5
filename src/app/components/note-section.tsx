import { SHELLS } from '../../core/note.ts'
import type { NoteText, SectionText } from '../../core/text/note-text.ts'
import { ANSWER_LABELS, askHint, askLabel, EDITOR, SHELL_NAMES } from '../words/editor.ts'
import { NoteAlso } from './note-also.tsx'
import { NoteItems } from './note-items.tsx'
import { NoteLineField, NoteSelect } from './note-line-field.tsx'
import { NoteRows } from './note-rows.tsx'
import { NoteTextField } from './note-text-field.tsx'
import styles from './note-section.module.css'

export interface NoteSectionProps {
  readonly text: SectionText
  /** `` for the note itself, `questions.1.` for a question of a scenario. */
  readonly prefix: string
  readonly onChange: (change: Partial<SectionText>) => void
}

const NO_REASON = { text: '', why: '' }

/** The fields of a note, or of one question of a scenario: those that its type has. */
export function NoteSection({ text, prefix, onChange }: NoteSectionProps) {
  return (
    <div className={styles['section']}>
      <NoteTextField
        label={askLabel(text.type)}
        path={`${prefix}ask`}
        hint={askHint(text.type)}
        rows={text.type === 'cloze' ? 4 : 2}
        value={text.ask}
        onChange={(ask) => onChange({ ask })}
      />
      <Answer text={text} prefix={prefix} onChange={onChange} />
      <NoteTextField
        label={EDITOR.why}
        path={`${prefix}why`}
        hint={EDITOR.whyHint}
        value={text.why}
        onChange={(why) => onChange({ why })}
      />
    </div>
  )
}

function Answer({ text, prefix, onChange }: NoteSectionProps) {
  switch (text.type) {
    case 'basic':
      return <PlainAnswer text={text} prefix={prefix} onChange={onChange} />
    case 'reversed':
      return <BothAnswers text={text} prefix={prefix} onChange={onChange} />
    case 'single':
    case 'multi':
      return (
        <NoteItems
          legend={EDITOR.options}
          path={`${prefix}options`}
          nameOf={EDITOR.option}
          items={text.options}
          right={text.type === 'single' ? 'one' : 'some'}
          empty={{ ...NO_REASON, right: false }}
          onChange={(options) => onChange({ options })}
        />
      )
    case 'number':
      return <NumberAnswer text={text} prefix={prefix} onChange={onChange} />
    case 'command':
      return <CommandAnswer text={text} prefix={prefix} onChange={onChange} />
    case 'order':
      return <OrderAnswer text={text} prefix={prefix} onChange={onChange} />
    case 'which':
      return <NoteRows text={text} prefix={prefix} onChange={onChange} />
    default:
      return null
  }
}

function PlainAnswer({ text, prefix, onChange }: NoteSectionProps) {
  return (
    <NoteTextField
      label={ANSWER_LABELS.answer}
      path={`${prefix}answer`}
      value={text.answer}
      onChange={(answer) => onChange({ answer })}
    />
  )
}

function BothAnswers({ text, prefix, onChange }: NoteSectionProps) {
  return (
    <>
      <PlainAnswer text={text} prefix={prefix} onChange={onChange} />
      <NoteTextField
        label={ANSWER_LABELS.backAsk}
        path={`${prefix}backAsk`}
        rows={1}
        value={text.backAsk}
        onChange={(backAsk) => onChange({ backAsk })}
      />
      <NoteTextField
        label={ANSWER_LABELS.backAnswer}
        path={`${prefix}backAnswer`}
        rows={1}
        value={text.backAnswer}
        onChange={(backAnswer) => onChange({ backAnswer })}
      />
    </>
  )
}

function NumberAnswer({ text, prefix, onChange }: NoteSectionProps) {
  return (
    <div className={styles['pair']}>
      <NoteLineField
        label={ANSWER_LABELS.number}
        path={`${prefix}answer`}
        value={text.answer}
        onChange={(answer) => onChange({ answer })}
      />
      <NoteLineField
        label={EDITOR.unit}
        path={`${prefix}unit`}
        value={text.unit}
        onChange={(unit) => onChange({ unit })}
      />
      <NoteLineField
        label={EDITOR.accept}
        path={`${prefix}accept`}
        hint={EDITOR.acceptHint}
        value={text.accept.join(';')}
        onChange={(typed) => onChange({ accept: typed === '' ? [] : typed.split(';') })}
      />
    </div>
  )
}

function CommandAnswer({ text, prefix, onChange }: NoteSectionProps) {
  return (
    <>
      <NoteSelect
        label={EDITOR.shell}
        path={`${prefix}shell`}
        value={text.shell}
        onChange={(shell) => onChange({ shell })}
      >
        {SHELLS.map((shell) => (
          <option key={shell} value={shell}>
            {SHELL_NAMES[shell]}
          </option>
        ))}
      </NoteSelect>
      <NoteTextField
        isCode
        label={ANSWER_LABELS.command}
        path={`${prefix}answer`}
        value={text.answer}
        onChange={(answer) => onChange({ answer })}
      />
      <NoteAlso path={`${prefix}also`} also={text.also} onChange={(also) => onChange({ also })} />
    </>
  )
}

function OrderAnswer({ text, prefix, onChange }: NoteSectionProps) {
  return (
    <>
      <NoteItems
        isOrdered
        legend={EDITOR.steps}
        path={`${prefix}steps`}
        nameOf={EDITOR.step}
        items={text.steps}
        empty={NO_REASON}
        onChange={(steps: NoteText['steps']) => onChange({ steps })}
      />
      <NoteItems
        legend={EDITOR.decoys}
        path={`${prefix}decoys`}
        nameOf={EDITOR.decoy}
        items={text.decoys}
        empty={NO_REASON}
        onChange={(decoys: NoteText['decoys']) => onChange({ decoys })}
      />
    </>
  )
}
