/** A key that more entries than this share tells nothing; it is passed over. */
const COMMON = 500

type Key<Value> = (record: Value) => string | null

/** Pairs of a record and an entry that share a key of one kind, each once, those of one record together. */
export function blockedPairs<Value>(
  records: readonly Value[],
  entries: readonly Value[],
  keys: readonly Key<Value>[],
): { readonly records: Uint32Array; readonly entries: Uint32Array } {
  const indexes = keys.map((keyOf) => {
    const index = new Map<string, number[]>()
    for (const [entry, value] of entries.entries()) {
      const key = keyOf(value)
      if (key === null) continue
      const same = index.get(key)
      if (same) same.push(entry)
      else index.set(key, [entry])
    }
    return index
  })
  const ofRecord: number[] = []
  const ofEntry: number[] = []
  for (const [record, value] of records.entries()) {
    const found = new Set<number>()
    for (const [kind, keyOf] of keys.entries()) {
      const key = keyOf(value)
      const same = (key !== null && indexes[kind]!.get(key)) || []
      if (same.length <= COMMON) for (const entry of same) found.add(entry)
    }
    for (const entry of [...found].sort((a, b) => a - b)) {
      ofRecord.push(record)
      ofEntry.push(entry)
    }
  }
  return { records: Uint32Array.from(ofRecord), entries: Uint32Array.from(ofEntry) }
}
