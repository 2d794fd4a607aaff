/**
 * That the key of a log is followed by another, as a signed note that both keys sign: the earlier one says whom it trusts,
 * the later one that it is there. Its second line is no number, so that it can never be taken for a checkpoint.
 */
import { ProofError } from './errors.ts'
import { formatVerifierKey, type NoteSigner, parseVerifierKey, type VerifierKey } from './note-key.ts'
import { openNote, signNote } from './signed-note.ts'

const WHAT = 'key change'

/** The note of a change from one key of a log to another of the same name. Throws `malformed_key`. */
export function signKeyChange(before: NoteSigner, after: NoteSigner): string {
  if (before.name !== after.name || before.keyId === after.keyId)
    throw new ProofError('malformed_key', 'A key is followed by another one of the same name.')
  return signNote(textOf(before, after), [before, after])
}

const textOf = (before: VerifierKey, after: VerifierKey): string =>
  [before.name, WHAT, formatVerifierKey(before), formatVerifierKey(after), ''].join('\n')

/**
 * The key that follows this one by a note that both signed. Throws `malformed_note`, `malformed_key`, `invalid_signature`,
 * `no_known_signature`.
 */
export function openKeyChange(note: string, before: VerifierKey): VerifierKey {
  const { text } = openNote(note, [before])
  const after = parseVerifierKey(text.split('\n')[3] ?? '')
  if (text !== textOf(before, after) || after.name !== before.name)
    throw new ProofError('malformed_note', 'The note is no change of this key.')
  const { verified } = openNote(note, [before, after])
  if (verified.length < 2) throw new ProofError('no_known_signature', 'The key that follows did not sign.')
  return after
}

/** The last of the keys that a key leads to by these notes, in whatever order they are; itself where there is none. */
export function lastKeyBy(notes: readonly string[], first: VerifierKey): VerifierKey {
  let key = first
  for (let left = notes.length; left > 0; left--) {
    const next = notes.map((note) => followerIn(note, key)).find((each) => each !== null)
    if (!next) return key
    key = next
  }
  return key
}

function followerIn(note: string, key: VerifierKey): VerifierKey | null {
  try {
    return openKeyChange(note, key)
  } catch (failure) {
    if (failure instanceof ProofError) return null
    throw failure
  }
}
