import type { Chances } from '../../../server/src/demonstration/random.ts'
import { drawerOf } from '../mix/draw.ts'
import { type Modification, modified } from './modification.ts'
import { PERSON_FIELDS, type Person, type PersonField } from './person.ts'

const MOST_IN_FIELD = 2
const IN_RECORD = 4

interface FieldDamage {
  /** How often a field is chosen. */
  readonly chosen: number
  readonly by: Readonly<Partial<Record<Modification, number>>>
}

/** As `generate.py` states it, without its tables of misspellings. */
const DAMAGE: Readonly<Record<PersonField, FieldDamage>> = {
  given_name: {
    chosen: 0.1,
    by: { insert: 5, leave: 15, change: 35, exchange: 5, other: 2, words: 2, split: 1, join: 1, miss: 2 },
  },
  surname: {
    chosen: 0.15,
    by: { insert: 10, leave: 10, change: 35, exchange: 4, other: 2, words: 2, split: 1, join: 2, miss: 2 },
  },
  street_number: { chosen: 0.1, by: { insert: 10, leave: 15, change: 60, exchange: 5, other: 5, words: 1, miss: 2 } },
  address_1: {
    chosen: 0.1,
    by: { insert: 10, leave: 15, change: 55, exchange: 5, other: 2, words: 3, split: 2, join: 3, miss: 4 },
  },
  address_2: {
    chosen: 0.1,
    by: { insert: 4, leave: 4, change: 10, exchange: 2, other: 3, words: 4, split: 2, join: 1, miss: 60 },
  },
  suburb: {
    chosen: 0.1,
    by: { insert: 10, leave: 15, change: 22, exchange: 4, other: 1, words: 2, split: 2, join: 2, miss: 1 },
  },
  postcode: { chosen: 0.05, by: { change: 35, exchange: 60, other: 3, miss: 1 } },
  state: { chosen: 0.05, by: { insert: 10, leave: 10, change: 55, exchange: 2, other: 3, miss: 10 } },
  date_of_birth: { chosen: 0.1, by: { change: 50, exchange: 30, other: 5, miss: 10 } },
  soc_sec_id: { chosen: 0.05, by: { change: 50, exchange: 40, other: 10 } },
}

const SWAPPED: readonly (readonly [PersonField, PersonField, number])[] = [
  ['address_1', 'address_2', 0.02],
  ['given_name', 'surname', 0.05],
  ['postcode', 'suburb', 0.01],
]

const drawField = drawerOf(PERSON_FIELDS.map((field) => DAMAGE[field].chosen))
const drawers = Object.fromEntries(
  PERSON_FIELDS.map((field) => {
    const kinds = Object.keys(DAMAGE[field].by) as Modification[]
    const draw = drawerOf(kinds.map((kind) => DAMAGE[field].by[kind]!))
    return [field, (chances: Chances) => kinds[draw(chances)]!]
  }),
) as Readonly<Record<PersonField, (chances: Chances) => Modification>>

/** A record with four modifications, of which at most two are in one field; `another` draws a record for values that are exchanged. */
export function duplicateOf(original: Person, another: () => Person, chances: Chances): Person {
  const duplicate: Record<PersonField, string> = { ...original }
  const done = Object.fromEntries(PERSON_FIELDS.map((field) => [field, 0])) as Record<PersonField, number>
  let all = 0
  for (const [one, other, share] of SWAPPED)
    if (all + 2 <= IN_RECORD && chances.happens(share)) {
      ;[duplicate[one], duplicate[other]] = [duplicate[other], duplicate[one]]
      done[one]++
      done[other]++
      all += 2
    }
  while (all < IN_RECORD) {
    const field = PERSON_FIELDS[drawField(chances)]!
    if (done[field] >= MOST_IN_FIELD) continue
    const wanted = Math.min(1 + chances.below(MOST_IN_FIELD), IN_RECORD - all)
    for (let made = 0; made < wanted; made++) {
      const before = duplicate[field]
      duplicate[field] = modified(before, drawers[field](chances), () => another()[field], chances)
      if (duplicate[field] === before) continue
      done[field]++
      all++
    }
  }
  return duplicate
}
