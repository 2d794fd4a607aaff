import { ProofmarkError } from '@proofmark/contract/errors'
import { meaningOf, type Vocabulary, vocabularyKey } from '@proofmark/domain/vocabulary'
import { isVocabularyField, type VocabularyField } from '@proofmark/domain/vocabulary-field'

/** A text as records state it, letter for letter, and in how many. */
export interface UnreadSpelling {
  readonly field: VocabularyField
  readonly make: string | null
  readonly text: string
  readonly records: number
}

/** A text that waits for a curator, in all its spellings, the most frequent first. */
export interface WaitingText {
  readonly field: VocabularyField
  /** For a model: the code of the make under which it waits. */
  readonly make: string | null
  /** What its spellings share. */
  readonly key: string
  readonly records: number
  readonly spellings: readonly { readonly text: string; readonly records: number }[]
}

/** Where a page of the queue ended. */
export type QueuePlace = Pick<WaitingText, 'field' | 'make' | 'key' | 'records'>

const compareTexts = (one: string, other: string) => (one === other ? 0 : one < other ? -1 : 1)

/** The text of most records first; between equals the order is only there to be the same on every page. */
export function compareWaiting(one: QueuePlace, other: QueuePlace): number {
  return (
    other.records - one.records ||
    compareTexts(one.field, other.field) ||
    compareTexts(one.make ?? '', other.make ?? '') ||
    compareTexts(one.key, other.key)
  )
}

/**
 * Puts the spellings of a text together and in the queue's order. Texts on which a standing decision was taken wait no
 * more, only their records do; they are counted apart.
 */
export function waitingTexts(
  spellings: Iterable<UnreadSpelling>,
  vocabulary: Vocabulary,
): { readonly waiting: WaitingText[]; readonly decided: number } {
  const byPlace = Map.groupBy(spellings, ({ field, make, text }) => {
    const key = vocabularyKey(field, text)
    return key === null ? null : JSON.stringify([field, make, key])
  })
  byPlace.delete(null)
  const waiting: WaitingText[] = []
  let decided = 0
  for (const same of byPlace.values()) {
    const { field, make, text } = same[0]!
    if (meaningOf(vocabulary, field, text, make) === null) waiting.push(together(same))
    else decided++
  }
  return { waiting: waiting.sort(compareWaiting), decided }
}

function together(same: readonly UnreadSpelling[]): WaitingText {
  const { field, make, text } = same[0]!
  const spellings = same.map(({ text, records }) => ({ text, records }))
  return {
    field,
    make,
    key: vocabularyKey(field, text)!,
    records: same.reduce((sum, { records }) => sum + records, 0),
    spellings: spellings.sort((one, other) => other.records - one.records || compareTexts(one.text, other.text)),
  }
}

/** A place in the queue as a reader is given it, to pass it back for the next page. */
export function formatPlace({ records, field, make, key }: QueuePlace): string {
  return Buffer.from(JSON.stringify([records, field, make, key])).toString('base64url')
}

/** The place that a reader passed back. Throws `body_invalid` for anything that `formatPlace` did not give. */
export function parsePlace(text: string): QueuePlace {
  const [records, field, make, key] = partsOf(text)
  if (
    typeof records !== 'number' ||
    typeof field !== 'string' ||
    !isVocabularyField(field) ||
    (make !== null && typeof make !== 'string') ||
    typeof key !== 'string'
  )
    throw new ProofmarkError('body_invalid', { field: 'after', expected: 'place' })
  return { records, field, make, key }
}

function partsOf(text: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    return Array.isArray(parts) ? parts : []
  } catch {
    return []
  }
}
