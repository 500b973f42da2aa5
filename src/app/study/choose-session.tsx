import { useEffect, useEffectEvent, useId, useState } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { ExamRow } from '../../db/db.ts'
import { useApp } from '../app.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { Segmented } from '../components/segmented.tsx'
import { Stepper } from '../components/stepper.tsx'
import { CHOOSE } from '../words/choose.ts'
import { cardsFor, FIRST_CHOICE, loadOffer, pathOf } from './choices.ts'
import type { Choice, Offer } from './choices.ts'
import styles from './choose-session.module.css'
import { MOST_CARDS, MOST_MINUTES } from './scope.ts'

/** A dialog that asks what to study, how, and for how long, and begins a session with it. */
export function ChooseSession({ onClose }: { readonly onClose: () => void }) {
  const app = useApp()
  const navigate = useNavigate()
  const [choice, setChoice] = useState(FIRST_CHOICE)
  const [offer, setOffer] = useState<Offer | null>(null)
  const load = useEffectEvent(
    () =>
      void loadOffer(app)
        .catch(() => null)
        .then(setOffer),
  )
  useEffect(() => load(), [])
  const found = useCount(choice, offer)
  const begin = () => void navigate(pathOf(choice))

  return (
    <Dialog
      open
      onClose={onClose}
      title={CHOOSE.title}
      actions={
        <>
          <output className={`${styles['found']} note`}>
            {found === null ? CHOOSE.counting : CHOOSE.found(found)}
          </output>
          <Button look="plain" compact onClick={onClose}>
            {CHOOSE.cancel}
          </Button>
          <Button compact disabled={found === 0} onClick={begin}>
            {CHOOSE.begin}
          </Button>
        </>
      }
    >
      <ChoiceForm
        choice={choice}
        exams={offer?.exams ?? []}
        tags={offer?.tags ?? []}
        onChange={(change) => setChoice({ ...choice, ...change })}
        onBegin={begin}
      />
    </Dialog>
  )
}

/** How many cards a choice has; null while it is not known. */
function useCount(choice: Choice, offer: Offer | null): number | null {
  const app = useApp()
  const [count, setCount] = useState<{ readonly of: Choice; readonly cards: number } | null>(null)
  useEffect(() => {
    if (!offer) return undefined
    let isCurrent = true
    void cardsFor(app, choice, offer)
      .catch(() => 0)
      .then((cards) => isCurrent && setCount({ of: choice, cards }))
    return () => {
      isCurrent = false
    }
  }, [app, choice, offer])
  return count && count.of === choice ? count.cards : null
}

interface ChoiceFormProps {
  readonly choice: Choice
  readonly exams: readonly ExamRow[]
  readonly tags: readonly string[]
  readonly onChange: (change: Partial<Choice>) => void
  readonly onBegin: () => void
}

function ChoiceForm({ choice, exams, tags, onChange, onBegin }: ChoiceFormProps) {
  const id = useId()
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        onBegin()
      }}
    >
      <label htmlFor={`${id}-part`}>{CHOOSE.part}</label>
      <PartSelect id={`${id}-part`} exams={exams} value={choice.part} onChange={onChange} />
      <Group label={CHOOSE.cards}>
        <Segmented
          options={optionsOf(['all', 'flagged', 'forgotten'], CHOOSE.only)}
          value={choice.only}
          onChange={(only) => onChange({ only, mode: only === 'forgotten' ? 'cram' : choice.mode })}
        />
      </Group>
      {tags.length > 0 ? (
        <>
          <label htmlFor={`${id}-tag`}>{CHOOSE.tag}</label>
          <select
            id={`${id}-tag`}
            value={choice.tag}
            onChange={({ target }) => onChange({ tag: target.value })}
          >
            <option value="">{CHOOSE.anyTag}</option>
            {tags.map((tag) => (
              <option key={tag}>{tag}</option>
            ))}
          </select>
        </>
      ) : null}
      <label htmlFor={`${id}-search`}>{CHOOSE.search}</label>
      <input
        id={`${id}-search`}
        type="search"
        autoComplete="off"
        spellCheck={false}
        value={choice.query}
        placeholder={CHOOSE.searchHint}
        onChange={({ target }) => onChange({ query: target.value })}
      />
      <Group label={CHOOSE.mode} hint={CHOOSE.modeHints[choice.mode]}>
        <Segmented
          options={optionsOf(['study', 'ahead', 'cram'], CHOOSE.modes)}
          value={choice.mode}
          onChange={(mode) => onChange({ mode })}
        />
      </Group>
      <Length choice={choice} id={id} onChange={onChange} />
      {/* Enter in a field begins; the button that can be seen stands outside of the form. */}
      <button type="submit" hidden>
        {CHOOSE.begin}
      </button>
    </form>
  )
}

type LengthProps = Pick<ChoiceFormProps, 'choice' | 'onChange'> & { readonly id: string }

function Length({ choice, id, onChange }: LengthProps) {
  const { length } = choice
  return (
    <>
      <Group label={CHOOSE.length}>
        <Segmented
          options={optionsOf(['open', 'minutes', 'cards'], CHOOSE.lengths)}
          value={length}
          onChange={(next) => onChange({ length: next })}
        />
      </Group>
      {length === 'open' ? null : (
        <>
          <label htmlFor={`${id}-${length}`}>
            {length === 'minutes' ? CHOOSE.minutes : CHOOSE.count}
          </label>
          <Stepper
            id={`${id}-${length}`}
            value={choice[length]}
            min={1}
            max={length === 'minutes' ? MOST_MINUTES : MOST_CARDS}
            step={5}
            less={CHOOSE.less[length]}
            more={CHOOSE.more[length]}
            onChange={(value) => onChange({ [length]: value })}
          />
        </>
      )}
    </>
  )
}

interface PartSelectProps {
  readonly id: string
  readonly exams: readonly ExamRow[]
  readonly value: string
  readonly onChange: (change: Partial<Choice>) => void
}

/** Everything, an exam, or a domain, group or skill of it. */
function PartSelect({ id, exams, value, onChange }: PartSelectProps) {
  return (
    <select id={id} value={value} onChange={({ target }) => onChange({ part: target.value })}>
      <option value="">{CHOOSE.everything}</option>
      {exams.map(({ exam, blueprint }) => (
        <optgroup key={exam} label={exam}>
          <option value={exam}>{CHOOSE.all(exam)}</option>
          {blueprint.domains.flatMap((domain, d) => [
            <option key={domain.id} value={domain.id}>{`${d + 1} ${domain.title}`}</option>,
            ...domain.groups.flatMap((group, g) => [
              <option key={group.id} value={group.id}>
                {`\u2003${d + 1}.${g + 1} ${group.title}`}
              </option>,
              ...group.skills.map((skill) => (
                <option key={skill.id} value={skill.id}>{`\u2003\u2003${skill.title}`}</option>
              )),
            ]),
          ])}
        </optgroup>
      ))}
    </select>
  )
}

interface GroupProps {
  readonly label: string
  readonly hint?: string
  readonly children: ReactNode
}

function Group({ label, hint, children }: GroupProps) {
  return (
    <fieldset className={styles['group']}>
      <legend>{label}</legend>
      {children}
      {hint ? <p className="small">{hint}</p> : null}
    </fieldset>
  )
}

function optionsOf<const Value extends string>(
  values: readonly Value[],
  names: Readonly<Record<NoInfer<Value>, string>>,
): { readonly value: Value; readonly label: string }[] {
  return values.map((value) => ({ value, label: names[value] }))
}
