import * as v from 'valibot'
import { InstantSchema, StudyDaySchema } from './time-schemas.ts'

/** What the learner set on a card, apart from reviews. Last write wins. */
export const MarkSchema = v.strictObject({
  cardId: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
  suspended: v.boolean(),
  /** 0 is no flag; 1 to 4 are colours. */
  flag: v.picklist([0, 1, 2, 3, 4]),
  /** The card stays away before this study day; null if it is not buried. */
  buriedUntil: v.nullable(StudyDaySchema),
  updatedAt: InstantSchema,
  device: v.pipe(v.string(), v.minLength(1)),
})
export type Mark = v.InferOutput<typeof MarkSchema>
