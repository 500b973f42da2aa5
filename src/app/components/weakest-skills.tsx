import { PROGRESS, studyThese } from '../words/progress.ts'
import { LinkButton } from './link-button.tsx'
import { PartNext } from './part-next.tsx'
import type { NextSkill } from './part-next.tsx'
import { Section } from './section.tsx'
import styles from './weakest-skills.module.css'

interface WeakestSkillsProps {
  /** Lowest recall first. */
  readonly skills: readonly NextSkill[]
  /** Address that studies exactly those; null where they cannot be studied. */
  readonly study: string | null
}

/** The weakest skills, each with a session of its own, and one button for exactly these. */
export function WeakestSkills({ skills, study }: WeakestSkillsProps) {
  return (
    <Section title={PROGRESS.weakest} aside={PROGRESS.weakestBasis}>
      {skills.length > 0 ? (
        <>
          <PartNext skills={skills} />
          {study ? (
            <p className={styles['all']}>
              <LinkButton look="plain" compact to={study}>
                {studyThese(skills.length)}
              </LinkButton>
            </p>
          ) : null}
        </>
      ) : (
        <p className={`${styles['empty']} note`}>{PROGRESS.weakestEmpty}</p>
      )}
    </Section>
  )
}
