const FORMS = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g

/** The digits of a code as it may be typed or pasted: of any script, with spaces or dashes between them. */
export function digitsIn(typed: string): string {
  return typed.replace(FORMS, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf)).replace(/\D/g, '')
}

/** A code in groups that can be read aloud and typed: `1234 5678`. */
export function inGroups(code: string, length = 4): string[] {
  return code.match(new RegExp(`.{1,${length}}`, 'gu')) ?? []
}
