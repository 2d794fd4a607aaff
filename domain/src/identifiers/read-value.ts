import { readAddress, readPage, readPoint } from './address.ts'
import { ibanChecks, imeiChecks, isWholeVin, readCode, readIban, readImei, readPlate, readVin } from './codes.ts'
import { readName, soundOfName } from './person-name.ts'
import { readTelephone } from './telephone.ts'
import type { ValueField, ValueHint } from './value-fields.ts'

export interface ReadValue {
  /** What it reads as; null where nothing can be made of it, or the field is words. */
  readonly form: string | null
  readonly hint: ValueHint | null
}

const read = (form: string | null, unless: ValueHint | null = null): ReadValue => ({
  form,
  hint: form === null ? unless : null,
})
const doubted = (form: string, fits: boolean, hint: ValueHint): ReadValue => ({ form, hint: fits ? null : hint })

const DAY = /^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$/

/** A year, a month or a day that the calendar has: 1981, 1981-02, 1981-02-28. */
function readDay(stated: string): string | null {
  const form = stated.trim()
  if (!DAY.test(form)) return null
  const [year, month, day] = form.split('-').map(Number)
  if (day === undefined) return form
  const last = new Date(Date.UTC(year! + 400, month!, 0)).getUTCDate()
  return day >= 1 && day <= last ? form : null
}

const READERS: Readonly<Partial<Record<ValueField, (stated: string) => ReadValue>>> = {
  name: (stated) => read(readName(stated)),
  alias: (stated) => read(readName(stated)),
  born: (stated) => read(readDay(stated), 'date_shape'),
  document: (stated) => read(readCode(stated, 4)),
  registration: (stated) => read(readCode(stated, 4)),
  reference: (stated) => read(readCode(stated, 4)),
  plate: (stated) => read(readPlate(stated)),
  vin: (stated) => {
    const form = readVin(stated)
    return form === null ? read(null, 'vin_length') : doubted(form, isWholeVin(form), 'vin_length')
  },
  number: (stated) => {
    const found = readTelephone(stated)
    return found === null
      ? read(null, 'telephone_shape')
      : doubted(found.form, found.international, 'telephone_national')
  },
  imei: (stated) => {
    const form = readImei(stated)
    return form === null ? read(null, 'imei_shape') : doubted(form, imeiChecks(stated), 'imei_check')
  },
  imsi: (stated) => read(readCode(stated, 14)),
  address: (stated) => read(readAddress(stated)),
  iban: (stated) => {
    const form = readIban(stated)
    return form === null ? read(null, 'iban_shape') : doubted(form, ibanChecks(form), 'iban_check')
  },
  account_number: (stated) => read(readCode(stated, 5)),
  handle: (stated) => read(stated.trim().replace(/^@+/, '').toLowerCase() || null),
  page: (stated) => read(readPage(stated), 'page_shape'),
  file: (stated) => read(/^[0-9a-f]{64}$/i.test(stated.trim()) ? stated.trim().toLowerCase() : null, 'file_shape'),
  coordinates: (stated) => read(readPoint(stated), 'point_shape'),
}

/** What a value reads as, and what looks wrong with it. Nothing is refused: a number that does not check was said all the same. */
export const readValue = (field: ValueField, stated: string): ReadValue =>
  READERS[field]?.(stated) ?? { form: null, hint: null }

/** Fields whose values are of one kind are equal across each other. */
const KIND_OF_KEY: Readonly<Partial<Record<ValueField, string>>> = {
  ...{ alias: 'name', number: 'telephone' },
  // What an event or an advertisement is called.
  title: 'name',
}

/**
 * The text under which equal values are found: its kind and what it reads as. Names are found by how they sound, so that those of
 * other scripts are. Null where nothing can be found under it.
 */
export function keyText(field: ValueField, stated: string): string | null {
  const kind = KIND_OF_KEY[field] ?? field
  const form = kind === 'name' ? soundOfName(stated) : readValue(field, stated).form
  return form === null ? null : `${kind} ${form}`
}
