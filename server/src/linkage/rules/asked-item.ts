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

/** What a row may state beside what an analyst may. */
export type StatedRow = Partial<Description> & {
  readonly serialState?: string | undefined
  readonly importer?: string | undefined
  readonly part?: string | undefined
}

const WORDS = [
  'serialState',
  'make',
  'importer',
  'model',
  'calibre',
  'type',
  'country',
  'year',
  'part',
] as const satisfies readonly (keyof StatedRow)[]
const FIELDS = ['serial', ...WORDS, 'place'] as const

/** The fields that were stated; the others are absent, not blank. */
export function statedFields(
  description: StatedRow,
  fields: readonly (keyof StatedRow)[] = FIELDS,
): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const text = description[field] ?? ''
      return text.trim() === '' ? [] : [[field, text] as const]
    }),
  )
}

/**
 * What an analyst asks for, read as a source's words are read; the mark is a pattern. Throws `pattern_unreadable` and
 * `pattern_too_open`.
 */
export function askedByPattern(description: Description, vocabulary: Vocabulary): AskedItem {
  const mark = queryMark(description.serial)
  const item = readItem(statedFields(description, WORDS), vocabulary)
  return { ...item, serial: mark, marks: [mark], place: description.place?.trim() || null }
}

/** What a row of a file asks for: its serial as a clerk wrote it, with labels, several numbers or words for none. */
export function askedByRow(stated: StatedRow, vocabulary: Vocabulary): AskedItem {
  return { ...readItem(statedFields(stated), vocabulary), place: stated.place?.trim() || null }
}
