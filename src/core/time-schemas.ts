import * as v from 'valibot'

/** Epoch milliseconds. */
export const InstantSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
/** Minutes to add to UTC to get local time; east is positive. */
export const UtcOffsetSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(-18 * 60),
  v.maxValue(18 * 60),
)
