import { foldKey, LONGEST_WORD } from '@proofmark/domain/fold'

/** Texts whose meaning is remembered as they are written, before all are forgotten again. */
const REMEMBERED = 5_000

/**
 * How texts are compared in a value map: without case, accents and blanks around or doubled. Punctuation counts, since
 * `.40` and `40` or `-` and `?` are not one. Empty for what is blank or too long to be a word.
 */
export function valueKey(text: string): string {
  const trimmed = text.trim()
  if (trimmed.length > LONGEST_WORD) return ''
  return trimmed.replace(/[\p{L}\p{M}\p{Nd}]+/gu, foldKey).replace(/\s+/gu, ' ')
}

/** What a text means by a value map; one that is not in it stays as it is. */
export function meaningBy(values: Readonly<Record<string, string>>): (text: string) => string {
  const meanings = new Map(Object.entries(values).map(([text, meaning]) => [valueKey(text), meaning]))
  const remembered = new Map<string, string>()
  const look = (text: string) => meanings.get(valueKey(text)) ?? text
  return (text) => {
    if (text.length > LONGEST_WORD) return look(text)
    const known = remembered.get(text)
    if (known !== undefined) return known
    const meaning = look(text)
    if (remembered.size === REMEMBERED) remembered.clear()
    remembered.set(text, meaning)
    return meaning
  }
}
