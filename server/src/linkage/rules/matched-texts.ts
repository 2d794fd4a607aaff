import type { MatchedField } from '@proofmark/contract/searched-fields'
import type { PlacedWord } from '@proofmark/domain/searched-words'
import { type SearchedText, wordsOf } from '../../records/rules/searched-texts.ts'
import type { Words } from './search-words.ts'

/** A stretch of a text, in UTF-16 units; `to` is past its end. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** A text in which something of a search stands, and where; at least one stretch, none touching the next. */
export interface MatchedText {
  readonly field: MatchedField
  readonly text: string
  readonly stretches: readonly Stretch[]
}

function merged(placed: readonly PlacedWord[]): readonly Stretch[] {
  const stretches: { from: number; to: number }[] = []
  for (const { from, to } of [...placed].sort((one, other) => one.from - other.from)) {
    const last = stretches.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else stretches.push({ from, to })
  }
  return stretches
}

/**
 * Where a search stands in these texts: by the first of its ways whose words all stand in them, together. Null where
 * none does, as for a record that was fetched because two words share a hash.
 */
export function matchedTexts(texts: readonly SearchedText[], ways: readonly Words[]): readonly MatchedText[] | null {
  const placed = texts.map((text) => ({ ...text, words: wordsOf(text) }))
  const standing = new Set(placed.flatMap(({ words }) => words.map(({ word }) => word)))
  const way = ways.find((words) => words.every((word) => standing.has(word)))
  if (way === undefined) return null
  const wanted = new Set(way)
  return placed.flatMap(({ field, text, words }) => {
    const stretches = merged(words.filter(({ word }) => wanted.has(word)))
    return stretches.length === 0 ? [] : [{ field, text, stretches }]
  })
}
