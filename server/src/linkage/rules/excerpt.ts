import type { MatchedText } from './matched-texts.ts'

/** A stretch of a text, and whether something that was searched for stands in it. */
export interface Part {
  readonly text: string
  readonly matched: boolean
}

export interface Excerpt {
  readonly parts: Part[]
  /** Was something left out before it or behind it? */
  readonly cut: { readonly before: boolean; readonly behind: boolean }
}

/** So much of a text is shown, in UTF-16 units: one whole reference, or some lines around the first match. */
const SHOWN = 240
const BEFORE_FIRST = 60

/** A place at or before this one that parts no character in two. */
const atCharacter = (text: string, place: number): number =>
  /[\uDC00-\uDFFF]/.test(text[place] ?? '') && /[\uD800-\uDBFF]/.test(text[place - 1] ?? '') ? place - 1 : place

/** What is shown of a text in which something was found: around its first match, in parts that put together are it. */
export function excerpt({ text, stretches }: Pick<MatchedText, 'text' | 'stretches'>): Excerpt {
  const first = stretches[0]?.from ?? 0
  const begin = text.length <= SHOWN ? 0 : atCharacter(text, Math.max(0, first - BEFORE_FIRST))
  const end = atCharacter(text, Math.min(text.length, begin + SHOWN))
  const parts: Part[] = []
  const add = (from: number, to: number, matched: boolean) => {
    if (to > from) parts.push({ text: text.slice(from, to), matched })
  }
  let at = begin
  for (const { from, to } of stretches) {
    if (from >= end) break
    add(at, from, false)
    add(from, Math.min(to, end), true)
    at = Math.min(to, end)
  }
  add(at, end, false)
  return { parts, cut: { before: begin > 0, behind: end < text.length } }
}
