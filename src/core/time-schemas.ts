import * as v from 'valibot'
import { DAY_MS } from './time.ts'

/** The last day of the year 9999. What is later no clock says, and no calendar can show. */
const LAST_DAY = 2_932_896
/** A day before the first one: west of Greenwich 1970 begins late. */
const FIRST_DAY = -2

/** Epoch milliseconds. */
export const InstantSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(LAST_DAY * DAY_MS),
)
/** Days since 1970-01-01 on somebody's calendar. */
export const StudyDaySchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(FIRST_DAY),
  v.maxValue(LAST_DAY),
)
/** Minutes to add to UTC to get local time; east is positive. */
export const UtcOffsetSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(-18 * 60),
  v.maxValue(18 * 60),
)
