/** What a key does at the desk of reviews. */
export type KeyAct = 'same' | 'different' | 'undecided' | 'skip' | 'undo' | 'keys'

interface Pressed {
  readonly key: string
  /** Where it lies on the board, whatever is written on it. */
  readonly code: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

const BY_LETTER: Readonly<Record<string, KeyAct>> = {
  s: 'same',
  d: 'different',
  u: 'undecided',
  k: 'skip',
  z: 'undo',
}

/** Which keys are told of, in order; the arrow is the one that points to what comes next. */
export const KEYS: readonly { readonly act: KeyAct; readonly key: string }[] = [
  { act: 'same', key: 'S' },
  { act: 'different', key: 'D' },
  { act: 'undecided', key: 'U' },
  { act: 'skip', key: 'K' },
  { act: 'undo', key: 'Z' },
  { act: 'keys', key: '?' },
]

/**
 * What a pressed key means; null where nothing. A board that writes no Latin letters is read by where its keys lie, and in
 * a page that runs from right to left the arrow to the left leads on.
 */
export function actOf({ key, code, ctrlKey, altKey, metaKey }: Pressed, rightToLeft: boolean): KeyAct | null {
  if (ctrlKey || altKey || metaKey) return null
  if (key === '?' || key === '؟') return 'keys'
  if (key === (rightToLeft ? 'ArrowLeft' : 'ArrowRight')) return 'skip'
  const written = key.toLowerCase()
  if (/^[a-z]$/.test(written)) return BY_LETTER[written] ?? null
  if (key.length !== 1) return null
  return BY_LETTER[/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? ''] ?? null
}
