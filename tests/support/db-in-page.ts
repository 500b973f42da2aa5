/** The database code of the app for a page that tests it alone; built by `buildDbPage`. */
export { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
export { StudyDb } from '../../src/db/db.ts'
export { recordReview } from '../../src/db/reviews.ts'
