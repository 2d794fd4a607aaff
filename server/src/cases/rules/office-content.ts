import type { DocumentCaution } from '@proofmark/contract/case-desk-words'
import type { ZipPart } from './zip-parts.ts'

/** Parts that say what others are, and what a document fetches (ECMA-376, part 2, sections 6.2.3 and 6.5). */
const SAYING = /^\[Content_Types\]\.xml$|\.rels$/i
/** More of them than these, or longer ones, no document has that somebody wrote. */
const [MOST_PARTS, MOST_CHARACTERS] = [5_000, 32 * 1024 * 1024]

/** Of what lies elsewhere only a link is followed by hand; all else is fetched, or run, by opening the document. */
const fetches = (relationship: string): boolean =>
  /TargetMode\s*=\s*["']\s*External/i.test(relationship) && !/Type\s*=\s*["'][^"']*\/hyperlink["']/i.test(relationship)

function cautionOf(text: string | null): DocumentCaution | null {
  // Written otherwise than as plain UTF-8, a word could be read by another program and not here.
  if (text === null || !/^\uFEFF?\s*</.test(text) || /&#|<!DOCTYPE|<!ENTITY/i.test(text)) return 'not_examined'
  if (/vbaProject|macroEnabled|macrosheet|intlMacro/i.test(text)) return 'macros'
  if (/activeX|oleObject|\/package["']|\/control["']/i.test(text)) return 'active_content'
  return (text.match(/<[^<>]*\bRelationship\s[^<>]*>/g) ?? []).some(fetches) ? 'active_content' : null
}

/** What the parts that say what others are give away, whatever those are called; null where there is nothing to beware of. */
export function officeCaution(parts: readonly ZipPart[]): DocumentCaution | null {
  const saying = parts.filter(({ name }) => SAYING.test(name))
  if (saying.length > MOST_PARTS) return 'not_examined'
  const found = new Set<DocumentCaution | null>()
  let left = MOST_CHARACTERS
  for (const { text } of saying) {
    const said = text()
    left -= said?.length ?? 0
    found.add(left < 0 ? 'not_examined' : cautionOf(said))
    if (left < 0) break
  }
  return (['macros', 'active_content', 'not_examined'] as const).find((each) => found.has(each)) ?? null
}
