import { WORD_FIELDS } from './fields.ts'
import { LEVELS } from './levels.ts'

/** Years between the entry's date and the record's; the last level is that the entry came afterwards. */
export const GAPS = [1, 2, 4, 6, 8, 10, 12, Number.POSITIVE_INFINITY] as const
export const GAP_LEVELS = GAPS.length + 2

/** What is compared beside the mark; of a pair one level of each field holds. Level 0 is no evidence. */
export const FIELDS = [...WORD_FIELDS, 'year', 'gap'] as const
export type Field = (typeof FIELDS)[number]
export const LEVELS_OF: readonly number[] = FIELDS.map((field) => (field === 'gap' ? GAP_LEVELS : LEVELS))

/**
 * Circles of entries: all, those of the record's make, those of its model. A model brings its calibre with it, so that
 * how often a field agrees by chance depends on what agrees already.
 */
export const CIRCLE = { all: 0, make: 1, model: 2 } as const
const CIRCLES_OF: readonly number[] = FIELDS.map((field) =>
  field === 'make' || field === 'gap' ? 1 : field === 'model' ? 2 : 3,
)

const before = (sizes: readonly number[], at: number) => sizes.slice(0, at).reduce((sum, size) => sum + size, 0)

/** Where the levels of each field begin among all that is learned. */
export const LEARNED_OFFSETS: readonly number[] = FIELDS.map((_, at) => before(LEVELS_OF, at))
export const LEARNED = before(LEVELS_OF, FIELDS.length)

const SIZES = FIELDS.map((_, at) => LEVELS_OF[at]! * CIRCLES_OF[at]!)
const SLOT_OFFSETS = FIELDS.map((_, at) => before(SIZES, at))
/** How many numbers are counted for each record: a level of a field within a circle each. */
export const SLOTS = before(SIZES, FIELDS.length)

/** Where the levels of a field within a circle begin; of a circle that the field has none of, the widest that it has. */
export const slotsOfField = (field: number, circle: number): number =>
  SLOT_OFFSETS[field]! + LEVELS_OF[field]! * Math.min(circle, CIRCLES_OF[field]! - 1)

/** `SLOT[field * 3 + circle]`, since it is asked for for every pair. */
export const SLOT = Uint16Array.from({ length: FIELDS.length * 3 }, (_, at) => slotsOfField(Math.floor(at / 3), at % 3))

/** What is learned that stands at each slot. */
export const LEARNED_AT = new Uint16Array(SLOTS)
for (const [field, size] of LEVELS_OF.entries())
  for (let circle = 0; circle < CIRCLES_OF[field]!; circle++)
    for (let level = 0; level < size; level++)
      LEARNED_AT[slotsOfField(field, circle) + level] = LEARNED_OFFSETS[field]! + level
