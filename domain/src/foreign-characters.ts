/** Characters that no firearm bears: what they stand in is a formula, a query, markup or a path, and no number. */

/** Signs of code. Nothing between two of them is a number. */
const CODE = /[<>{}$`\\]/
const FOREIGN = /[<>{}$`\\=;"%^&~@!+|]/
const FOREIGN_AT_ENDS = /^[\s<>{}$`\\=;"%^&~@!+|]+|[\s<>{}$`\\=;"%^&~@!+|]+$/g
const FOREIGN_WITHIN = /[=;"%^&~@!+|]/g
/** A number with ordinary separators, once those are taken away. */
const PLAIN = /^\p{L}{0,4}\d{3,20}\p{L}{0,2}$/u
const SEPARATORS = /[\s.,:/_()'´-]/g

/**
 * Does a text hold a character that no firearm bears, so that letters and digits picked out of it would be made up? Not
 * where the rest is plainly a number: `="0047123"` is a spreadsheet's, `A~47123` a slip of the keyboard.
 */
export function holdsForeignCharacters(text: string): boolean {
  if (!FOREIGN.test(text)) return false
  const rest = text.replace(FOREIGN_AT_ENDS, '')
  return CODE.test(rest) || !PLAIN.test(rest.replace(FOREIGN_WITHIN, '').replace(SEPARATORS, ''))
}
