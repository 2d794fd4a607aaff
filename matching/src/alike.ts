import type { Line } from './line.ts'

/** What makes another number of a number: of two such readings one is wrong, or they are of two firearms. */
const EDITS: ReadonlySet<string> = new Set(
  ['substituted', 'more', 'less', 'transposed', 'front_more', 'front_less', 'back_more', 'back_less', 'differs'].map(
    (level) => `evidence.serial.${level}`,
  ),
)

/**
 * Do two marks read as one number: equal, but for characters that are easily confused, for what is lost of either, or
 * in another form of it? Numbers of one batch are an edit apart and of different firearms, so that an edit alone never
 * tells a misreading from a neighbour.
 */
export function readsAlike(lines: readonly Pick<Line, 'field' | 'message' | 'more'>[]): boolean {
  const serial = lines.find(({ field }) => field === 'serial')
  if (!serial) return false
  return [serial.message, ...(serial.more ?? [])].every(({ id }) => !EDITS.has(id))
}
