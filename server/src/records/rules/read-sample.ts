import type { DateOrder, ProfileField } from '@proofmark/contract/profile-fields'
import { readCalibre } from '@proofmark/domain/calibre'
import { readCountry } from '@proofmark/domain/country'
import { isEventKind } from '@proofmark/domain/event-kind'
import { readImporter, readMake } from '@proofmark/domain/make'
import { MARK_STATES } from '@proofmark/domain/marking'
import { readPart } from '@proofmark/domain/part'
import { readPartialDate } from '@proofmark/domain/partial-date'
import { readSerial } from '@proofmark/domain/serial'
import { readType } from '@proofmark/domain/type'
import { readYear } from '@proofmark/domain/year'

type Reads = (value: string) => boolean

const readsAsDate: Reads = (value) =>
  readPartialDate(value).ok ||
  readPartialDate(value, { order: 'day_first' }).ok ||
  readPartialDate(value, { order: 'month_first' }).ok

/** Does a value read as what a field states? Fields of free text are not in it: there every value does. */
const READS: Readonly<Partial<Record<ProfileField, Reads>>> = {
  serial: (value) => readSerial(value)[0]?.unread !== true,
  serial_state: (value) => (MARK_STATES as readonly string[]).includes(value.trim()),
  make: (value) => readMake(value).make.known,
  importer: (value) => readImporter(value).known,
  calibre: (value) => readCalibre(value).known,
  type: (value) => readType(value).type.known,
  country: (value) => readCountry(value).known,
  year: (value) => readYear(value) !== null,
  part: (value) => readPart(value) !== 'unknown',
  date: readsAsDate,
  until: readsAsDate,
  reported: readsAsDate,
  event: (value) => isEventKind(value.trim().toLowerCase()),
  quantity: (value) => /^\s*\d{1,12}\s*$/.test(value),
}

/** How much of these values reads as what the field states, from 0 to 1; 1 where there are none. */
export function readShareOf(field: ProfileField, values: readonly string[]): number {
  const reads = READS[field]
  return reads === undefined || values.length === 0 ? 1 : values.filter(reads).length / values.length
}

/** The order of day and month that these dates can only have; undefined where they do not show it, or contradict. */
export function dateOrderOf(values: readonly string[]): DateOrder | undefined {
  const local = values.flatMap((value) => {
    const parts = /^\s*(\d{1,2})[./-](\d{1,2})[./-]\d{4}\b/.exec(value)
    return parts ? [{ first: Number(parts[1]), second: Number(parts[2]) }] : []
  })
  const dayFirst = local.some(({ first }) => first > 12)
  const monthFirst = local.some(({ second }) => second > 12)
  if (dayFirst === monthFirst) return undefined
  return dayFirst ? 'day_first' : 'month_first'
}
