import type { ItemRead } from '@proofmark/domain/item'
import { readItem } from '@proofmark/domain/read-item'
import type { Vocabulary } from '@proofmark/domain/vocabulary'
import { queryMark } from './query-mark.ts'

/** What is left of a mark, and what else is known: evidence, never a filter. */
export interface Description {
  readonly serial: string
  readonly make?: string | undefined
  readonly model?: string | undefined
  readonly calibre?: string | undefined
  readonly type?: string | undefined
  readonly country?: string | undefined
  readonly year?: string | undefined
  /** Where something happened with it. */
  readonly place?: string | undefined
}

export type AskedItem = ItemRead & { readonly place: string | null }

/** The fields that were stated; the others are absent, not blank. */
export function statedFields(description: Partial<Description>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(description).filter((entry): entry is [string, string] => (entry[1] ?? '').trim() !== ''),
  )
}

/**
 * What an analyst asks for, read as a source's words are read; the mark is a pattern. Throws `pattern_unreadable` and
 * `pattern_too_open`.
 */
export function askedByPattern({ serial, place, ...words }: Description, vocabulary: Vocabulary): AskedItem {
  const mark = queryMark(serial)
  const stated = statedFields(words)
  return { ...readItem(stated, vocabulary), serial: mark, marks: [mark], place: place?.trim() || null }
}

/** What a row of a file asks for: its serial as a clerk wrote it, with labels, several numbers or words for none. */
export function askedByRow(stated: Readonly<Record<string, string | undefined>>, vocabulary: Vocabulary): AskedItem {
  const { place, ...columns } = stated
  return { ...readItem(statedFields(columns), vocabulary), place: place?.trim() || null }
}
