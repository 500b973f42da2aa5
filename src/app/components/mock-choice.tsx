import { useId } from 'react'
import { LENGTHS, QUESTIONS, sizeOf } from '../../core/mock/lengths.ts'
import type { MockChoice } from '../mock/begin.ts'
import type { ExamOffer } from '../mock/offer.ts'
import { MOCK } from '../words/mock.ts'
import { Field, FieldGroup } from './field.tsx'
import { Segmented } from './segmented.tsx'
import { Stepper } from './stepper.tsx'

interface MockChoiceFormProps {
  readonly exams: readonly ExamOffer[]
  readonly current: ExamOffer
  readonly choice: MockChoice
  readonly onChange: (change: Partial<MockChoice>) => void
}

/** Which exam, how long, and how. */
export function MockChoiceForm({ exams, current, choice, onChange }: MockChoiceFormProps) {
  const id = useId()
  const { length, mode, only } = choice
  const { questions, minutes } = sizeOf(length, current, choice.questions)
  const weak = current.weak.map(({ id: domain }) => domain)
  return (
    <>
      {exams.length > 1 ? (
        <FieldGroup label={MOCK.exam}>
          <Segmented
            options={exams.map(({ exam }) => ({ value: exam, label: exam }))}
            value={choice.exam}
            onChange={(exam) => onChange({ exam, only: null })}
          />
        </FieldGroup>
      ) : null}
      <FieldGroup label={MOCK.length} hint={MOCK.size(questions, mode === 'exam' ? minutes : null)}>
        <Segmented
          options={LENGTHS.map((value) => ({ value, label: MOCK.lengths[value] }))}
          value={length}
          onChange={(next) => onChange({ length: next })}
        />
      </FieldGroup>
      {length === 'full' ? (
        <Field label={MOCK.questions} htmlFor={`${id}-questions`} hint={MOCK.questionsHint}>
          <Stepper
            id={`${id}-questions`}
            value={choice.questions}
            min={QUESTIONS.least}
            max={QUESTIONS.most}
            step={QUESTIONS.step}
            less={MOCK.fewer}
            more={MOCK.more}
            onChange={(value) => onChange({ questions: value })}
          />
        </Field>
      ) : null}
      <FieldGroup label={MOCK.mode} hint={MOCK.modeHints[mode]}>
        <Segmented
          options={(['exam', 'practice'] as const).map((value) => ({
            value,
            label: MOCK.modes[value],
          }))}
          value={mode}
          onChange={(next) => onChange({ mode: next })}
        />
      </FieldGroup>
      {weak.length > 0 ? (
        <FieldGroup
          label={MOCK.scope}
          hint={only ? MOCK.weakHint(current.weak.map(({ title }) => title)) : undefined}
        >
          <Segmented
            options={(['all', 'weak'] as const).map((value) => ({
              value,
              label: MOCK.scopes[value],
            }))}
            value={only ? 'weak' : 'all'}
            onChange={(next) => onChange({ only: next === 'weak' ? weak : null })}
          />
        </FieldGroup>
      ) : (
        <p className="small">{MOCK.noneWeak}</p>
      )}
    </>
  )
}
