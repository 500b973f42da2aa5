const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

/** Number of a day written `YYYY-MM-DD`, 1 for 0001-01-01; null if there is no such day. */
export function isoDay(text: string): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (!match) return null
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number)
  const leap = isLeap(year)
  const before = DAYS_BEFORE_MONTH[month - 1]
  const after = DAYS_BEFORE_MONTH[month] ?? 365
  if (before === undefined || year === 0) return null
  const length = after - before + (month === 2 && leap ? 1 : 0)
  if (day < 1 || day > length) return null
  return daysBeforeYear(year) + before + (month > 2 && leap ? 1 : 0) + day
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function daysBeforeYear(year: number): number {
  const past = year - 1
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400)
}
