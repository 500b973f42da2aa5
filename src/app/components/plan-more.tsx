import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Domain } from '../../core/blueprint.ts'
import type { ExamId } from '../../core/note.ts'
import { AFTER } from '../../core/plan-settings.ts'
import type { ExamPlan } from '../../core/plan-settings.ts'
import { AFTER_HINTS, knownWords, PLAN } from '../words/plan.ts'
import { SCHEDULING } from '../words/scheduling-link.ts'
import { Button } from './button.tsx'
import { Field, FieldGroup } from './field.tsx'
import { Section } from './section.tsx'
import { Segmented } from './segmented.tsx'
import { Stepper } from './stepper.tsx'
import styles from './plan-more.module.css'

/** A limit to begin with, where the learner wants one. */
const SOME_NEW = 15
const RETENTIONS = [0.8, 0.85, 0.9, 0.95] as const
const SHARES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const

interface PlanMoreProps {
  readonly plan: ExamPlan
  readonly domains: readonly Domain[]
  /** Whether a date ahead sets the pace. */
  readonly isDated: boolean
  /** New cards a day of the settings. */
  readonly usualNew: number
  /** Wanted recall of the settings. */
  readonly usualRetention: number
  /** Wanted recall of the scheduling of this exam, which goes before; null where none is set there. */
  readonly scheduledRetention: number | null
  readonly exam: ExamId
  /** What the limit of new cards costs; null while it costs nothing. */
  readonly limitNote: ReactNode
  readonly onChange: (change: Partial<ExamPlan>) => void
  /** Opens the questions that find out what is known of a domain. */
  readonly onQuiz: (domain: Domain) => void
}

/** The choices that most learners can leave as they are. */
export function PlanMore(props: PlanMoreProps) {
  return (
    <>
      <Section title={PLAN.more}>
        <NewCards {...props} />
        <Retention {...props} />
        <After {...props} />
        <p className={styles['scheduling']}>
          <Link to={`/plan/${props.exam}/scheduling`}>{SCHEDULING.link(props.exam)}</Link>
          <span className="small">{SCHEDULING.hint}</span>
        </p>
      </Section>
      <Known {...props} />
    </>
  )
}

function NewCards({ plan, isDated, usualNew, limitNote, onChange }: PlanMoreProps) {
  const { label, auto, usual, limit, autoHint, usualHint, limitHint, less, more } = PLAN.newCards
  const { newPerDay } = plan
  const hint = newPerDay === null ? (isDated ? autoHint : usualHint(usualNew)) : limitHint
  return (
    <>
      <FieldGroup label={label} hint={hint}>
        <Segmented
          options={[
            { value: 'auto', label: isDated ? auto : usual },
            { value: 'limit', label: limit },
          ]}
          value={newPerDay === null ? 'auto' : 'limit'}
          onChange={(value) => onChange({ newPerDay: value === 'auto' ? null : SOME_NEW })}
        />
      </FieldGroup>
      {newPerDay === null ? null : (
        <Field label={limit} htmlFor="plan-new" hint={limitNote}>
          <Stepper
            id="plan-new"
            value={newPerDay}
            min={0}
            max={500}
            less={less}
            more={more}
            onChange={(value) => onChange({ newPerDay: value })}
          />
        </Field>
      )}
    </>
  )
}

function Retention({ plan, usualRetention, scheduledRetention, onChange }: PlanMoreProps) {
  const { label, hint, usual, scheduled, scheduledHint } = PLAN.retention
  if (scheduledRetention !== null) {
    return (
      <FieldGroup label={label} hint={scheduledHint}>
        <span className="num">{scheduled(scheduledRetention)}</span>
      </FieldGroup>
    )
  }
  return (
    <Field label={label} htmlFor="plan-retention" hint={hint}>
      <select
        id="plan-retention"
        className={styles['select']}
        value={plan.desiredRetention ?? ''}
        aria-describedby="plan-retention-hint"
        onChange={({ target }) =>
          onChange({ desiredRetention: target.value === '' ? null : Number(target.value) })
        }
      >
        <option value="">{usual(usualRetention)}</option>
        {RETENTIONS.map((share) => (
          <option key={share} value={share}>
            {Math.round(share * 100)} %
          </option>
        ))}
      </select>
    </Field>
  )
}

function After({ plan, onChange }: PlanMoreProps) {
  return (
    <FieldGroup label={PLAN.after.label} hint={AFTER_HINTS[plan.after]}>
      <Segmented
        options={AFTER.map((value) => ({ value, label: PLAN.after[value] }))}
        value={plan.after}
        onChange={(after) => onChange({ after })}
      />
    </FieldGroup>
  )
}

function Known({ plan, domains, onChange, onQuiz }: PlanMoreProps) {
  return (
    <Section title={PLAN.known}>
      <p className={`${styles['text']} note`}>{PLAN.knownHint}</p>
      {domains.map((domain) => {
        const { id, title } = domain
        const share = plan.known[id] ?? 0
        const shares = SHARES.some((each) => each === share) ? SHARES : [...SHARES, share]
        return (
          <Field key={id} label={title} htmlFor={`known-${id}`}>
            <div className={styles['known']}>
              <Button look="word" aria-label={PLAN.quizOf(title)} onClick={() => onQuiz(domain)}>
                {PLAN.quiz}
              </Button>
              <select
                id={`known-${id}`}
                className={styles['select']}
                aria-label={PLAN.knownOf(title)}
                value={share}
                onChange={({ target }) =>
                  onChange({ known: { ...plan.known, [id]: Number(target.value) } })
                }
              >
                {shares
                  .toSorted((a, b) => a - b)
                  .map((each) => (
                    <option key={each} value={each}>
                      {knownWords(each)}
                    </option>
                  ))}
              </select>
            </div>
          </Field>
        )
      })}
    </Section>
  )
}
