/** A text that could not be kept as it is, by where it stands, and what is accepted there. */
export interface Unkeepable {
  readonly field: string
  readonly expected: 'unicode' | 'known'
}

const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`)
const isKept = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

/** The first text that PostgreSQL and the log could not keep as it is, or the member that a validator would lose; null for none. */
export function unkeepableIn(value: unknown, field = ''): Unkeepable | null {
  if (typeof value === 'string') return isKept(value) ? null : { field, expected: 'unicode' }
  if (value === null || typeof value !== 'object') return null
  for (const [key, each] of Object.entries(value)) {
    // A validator would drop a member of this name without a word.
    if (key === '__proto__') return { field: join(field, key), expected: 'known' }
    if (!isKept(key)) return { field, expected: 'unicode' }
    const within = unkeepableIn(each, join(field, key))
    if (within !== null) return within
  }
  return null
}
