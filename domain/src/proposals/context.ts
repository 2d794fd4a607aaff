/** What else the records with a text state, and of which make (or model, or calibre) the records are that state the same. */

/** What may stand beside a text: codes as read, a model as it is folded, the shape of the serial (`AAA999`). */
export const CONTEXT_FIELDS = ['make', 'model', 'calibre', 'type', 'country', 'shape'] as const
export type ContextField = (typeof CONTEXT_FIELDS)[number]

/** What one record states beside the text; what it does not state is left out. */
export type Surroundings = { readonly [Field in ContextField]?: string }

/** One thing that most speaks for a meaning: so many of the records with the text state it, and so many of the meaning's. */
export interface ContextReason {
  readonly field: ContextField
  readonly value: string
  /** Shares from 0 to 1. */
  readonly here: number
  readonly there: number
  readonly bits: number
}

export interface ContextWeight {
  readonly bits: number
  readonly reasons: readonly ContextReason[]
}

/** How far a field is believed: a model belongs to one make, a type to all. */
const BELIEF: Readonly<Record<ContextField, number>> = {
  make: 0.8,
  model: 0.9,
  calibre: 0.4,
  type: 0.3,
  country: 0.5,
  shape: 0.6,
}
const MOST_BITS_OF_A_FIELD = 5
const MOST_BITS = 9
/** Records of no kind that every meaning is given beforehand, so that a rare one is not believed too soon. */
const BEFOREHAND = 2
const WORTH_SAYING = 0.8
const MOST_BITS_OF_FREQUENCY = 2.5

const limited = (bits: number, most: number) => Math.max(-most, Math.min(most, bits))
const counted = (counts: ReadonlyMap<string, number> | undefined, value: string) => counts?.get(value) ?? 0

function count(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1)
}

/** The shape of a serial's norm: every letter `A`, every digit `9`. */
export function shapeOf(norm: string): string {
  return norm.replace(/\p{L}/gu, 'A').replace(/\d/g, '9')
}

/** Counts of what stands beside each meaning in records that were read, against which a text's records are held. */
export class MeaningContext {
  readonly #byMeaning = new Map<string, { records: number; readonly values: Map<ContextField, Map<string, number>> }>()
  readonly #all = new Map<ContextField, Map<string, number>>(CONTEXT_FIELDS.map((field) => [field, new Map()]))
  #records = 0

  add(code: string, surroundings: Surroundings): void {
    let known = this.#byMeaning.get(code)
    if (!known) {
      known = { records: 0, values: new Map() }
      this.#byMeaning.set(code, known)
    }
    known.records++
    this.#records++
    for (const field of CONTEXT_FIELDS) {
      const value = surroundings[field]
      if (value === undefined) continue
      const counts = known.values.get(field) ?? new Map<string, number>()
      known.values.set(field, counts)
      count(counts, value)
      count(this.#all.get(field)!, value)
    }
  }

  /** Bits for a meaning that is met more often than others, before anything is stated. */
  frequency(code: string): number {
    const usual = this.#records / Math.max(1, this.#byMeaning.size)
    const own = this.#byMeaning.get(code)?.records ?? 0
    return limited(0.5 * Math.log2((own + 1) / (usual + 1)), MOST_BITS_OF_FREQUENCY)
  }

  /** What the records with a text say for and against each meaning that was met. */
  weigh(records: readonly Surroundings[]): ReadonlyMap<string, ContextWeight> {
    const found = new Map<string, ContextWeight>()
    if (records.length === 0) return found
    const sure = records.length / (records.length + 1)
    const shares = CONTEXT_FIELDS.map((field) => [field, sharesOf(records, field)] as const)
    for (const [code, { records: own, values }] of this.#byMeaning) {
      const reasons: ContextReason[] = []
      let bits = 0
      for (const [field, here] of shares) {
        const all = this.#all.get(field)!
        let ofField = 0
        let most: ContextReason | null = null
        for (const [value, share] of here) {
          const usual = (counted(all, value) + 0.5) / (this.#records + 1)
          const there = (counted(values.get(field), value) + BEFOREHAND * usual) / (own + BEFOREHAND)
          const weight = share * BELIEF[field] * Math.log2(there / usual)
          ofField += weight
          if (most === null || weight > most.bits)
            most = {
              field,
              value,
              here: share,
              there: own === 0 ? 0 : counted(values.get(field), value) / own,
              bits: weight,
            }
        }
        bits += sure * limited(ofField, MOST_BITS_OF_A_FIELD)
        if (most && most.bits * sure >= WORTH_SAYING) reasons.push(most)
      }
      reasons.sort((one, other) => other.bits - one.bits)
      found.set(code, { bits: limited(bits, MOST_BITS), reasons })
    }
    return found
  }
}

/** The values of a field that the records state, each with its share of them. */
function sharesOf(records: readonly Surroundings[], field: ContextField): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { [field]: value } of records) if (value !== undefined) count(counts, value)
  return new Map([...counts].map(([value, times]) => [value, times / records.length]))
}
