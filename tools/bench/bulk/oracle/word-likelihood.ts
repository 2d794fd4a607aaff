import type { Chances } from '../../../../server/src/demonstration/random.ts'
import { drawerOf } from '../../mix/draw.ts'
import { daysAfter, type Recovery } from '../../mix/recoveries.ts'
import type { RegisterEntry } from '../../mix/register.ts'
import {
  statedCalibre,
  statedCountry,
  statedMake,
  statedModel,
  statedType,
  statedYear,
} from '../../mix/stated-description.ts'
import { type Distribution, distributionOf } from './distribution.ts'

/** A draw of the value that a field has in some entry of a register. */
function anyOf(register: readonly RegisterEntry[], field: 'calibre' | 'type'): (chances: Chances) => string {
  const counts = new Map<string, number>()
  for (const entry of register) counts.set(entry[field], (counts.get(entry[field]) ?? 0) + 1)
  const values = [...counts.keys()]
  const draw = drawerOf([...counts.values()])
  return (chances) => values[draw(chances)]!
}

/** What is worked out once for each key. */
function kept<Value>(workOut: (entry: RegisterEntry) => Value, keyOf: (entry: RegisterEntry) => string | number) {
  const byKey = new Map<string | number, Value>()
  return (entry: RegisterEntry): Value => {
    const key = keyOf(entry)
    const known = byKey.get(key)
    if (known !== undefined) return known
    const value = workOut(entry)
    byKey.set(key, value)
    return value
  }
}

/** What is drawn for an entry, exactly, and once for all entries that have the key. */
const stated = (
  draw: (entry: RegisterEntry, chances: Chances) => string,
  keyOf: (entry: RegisterEntry) => string | number,
): ((entry: RegisterEntry) => Distribution<string>) =>
  kept((entry) => distributionOf((chances) => draw(entry, chances)), keyOf)

const make = stated(statedMake, (entry) => entry.make)
const model = stated(statedModel, (entry) => `${entry.make}\n${entry.model}`)
const country = stated(statedCountry, (entry) => entry.country)
const year = stated(statedYear, (entry) => entry.year)

const FIELDS = ['model', 'make', 'calibre', 'type', 'country', 'year'] as const

/** What recoveries may state of an entry. */
interface Stateable extends Readonly<Record<(typeof FIELDS)[number], Distribution<string>>> {
  readonly registered: number
  readonly days: number
}

const DAY = 86_400_000

/** How probable it is that a recovery states its words and has its day, given the entry that it is. */
export class WordLikelihood {
  readonly #entries: readonly Stateable[]

  constructor(register: readonly RegisterEntry[]) {
    const anyCalibre = anyOf(register, 'calibre')
    const anyType = anyOf(register, 'type')
    const calibre = stated(
      (entry, chances) => statedCalibre(entry, anyCalibre, chances),
      (entry) => entry.calibre,
    )
    const type = stated(
      (entry, chances) => statedType(entry, anyType, chances),
      (entry) => entry.type,
    )
    this.#entries = register.map((entry) => ({
      make: make(entry),
      model: model(entry),
      calibre: calibre(entry),
      type: type(entry),
      country: country(entry),
      year: year(entry),
      registered: Date.parse(entry.date),
      days: daysAfter(entry.date),
    }))
  }

  /** Of an entry, by its position in the register. */
  of(entry: number, recovery: Recovery): number {
    const stateable = this.#entries[entry]!
    const after = (Date.parse(recovery.date) - stateable.registered) / DAY
    if (after < 1 || after > stateable.days) return 0
    let likelihood = 1 / stateable.days
    for (const field of FIELDS) {
      const probability = stateable[field].get(recovery[field])
      if (probability === undefined) return 0
      likelihood *= probability
    }
    return likelihood
  }
}
