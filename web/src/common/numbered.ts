/** A member of a list whose place is its identity, as with the characters of a mark. */
export interface Numbered<Value> {
  readonly place: number
  readonly value: Value
}

/** The members of a list with their places, counted from 0. */
export function numbered<Value>(values: readonly Value[]): Numbered<Value>[] {
  return values.map((value, place) => ({ place, value }))
}
