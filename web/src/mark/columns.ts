import type { Alignment } from '@proofmark/contract/schemas/find'
import type { MarkCharacter } from '@proofmark/domain/marking'

/** One position of two marks laid over each other; null where one of them has no character there. */
export interface Column {
  readonly query: MarkCharacter | null
  readonly record: MarkCharacter | null
  readonly says: Alignment['columns'][number]['says']
  readonly bits: number
}

/** The positions of an alignment with the characters that stand there. */
export function columnsOf(
  { columns }: Alignment,
  query: readonly MarkCharacter[],
  record: readonly MarkCharacter[],
): Column[] {
  const at = (characters: readonly MarkCharacter[], place: number | null) =>
    place === null ? null : (characters[place] ?? null)
  return columns.map(({ says, bits, ...places }) => ({
    query: at(query, places.query),
    record: at(record, places.record),
    says,
    bits,
  }))
}
