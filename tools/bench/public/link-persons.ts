import { date, edits, exact } from '../../../matching/src/generic/comparators.ts'
import { linkRecords } from '../../../matching/src/generic/link-records.ts'
import type { Judged } from '../bulk/judged.ts'
import type { Person, PersonField, PersonProblem } from './person.ts'

/** Fields under which pairs are compared: any one that is equal, and pairs of pieces for where every field is damaged. */
const KEYS: readonly (readonly [PersonField, length?: number][])[] = [
  [['soc_sec_id']],
  [['date_of_birth']],
  [['surname'], ['given_name']],
  [['surname'], ['postcode']],
  [['given_name'], ['postcode']],
  [['given_name', 3], ['surname', 3], ['state']],
  [['suburb'], ['address_1', 4]],
  [['address_1'], ['street_number']],
]

const keyOf = (parts: readonly (readonly [PersonField, length?: number])[]) => (person: Person) => {
  const texts = parts.map(([field, length]) => person[field].slice(0, length))
  return texts.includes('') ? null : texts.join('|')
}

/** Our generic linking, told nothing but which field is compared how. */
export function linkPersons({ originals, duplicates }: PersonProblem): Judged[] {
  const { records, entries, probabilities } = linkRecords<PersonField>(duplicates, originals, {
    fields: {
      given_name: edits(2),
      surname: edits(2),
      street_number: edits(1),
      address_1: edits(2),
      address_2: edits(2),
      suburb: edits(2),
      postcode: edits(1),
      state: exact,
      date_of_birth: date,
      soc_sec_id: edits(1),
    },
    keys: KEYS.map(keyOf),
  })
  return Array.from(records, (recovery, at) => ({ recovery, entry: entries[at]!, probability: probabilities[at]! }))
}

/** The baseline of equality: the same two names and the same date of birth, or where none has one the same suburb. */
export function matchPersonsExactly({ originals, duplicates }: PersonProblem): Judged[] {
  const dated = originals.some((person) => person.date_of_birth !== '')
  const key = keyOf([['given_name'], ['surname'], [dated ? 'date_of_birth' : 'suburb']])
  const byKey = new Map<string, number[]>()
  for (const [entry, person] of originals.entries()) {
    const text = key(person)
    if (text !== null) byKey.set(text, [...(byKey.get(text) ?? []), entry])
  }
  return duplicates.flatMap((person, recovery) => {
    const text = key(person)
    const same = (text !== null && byKey.get(text)) || []
    return same.map((entry) => ({ recovery, entry, probability: 1 / same.length }))
  })
}
