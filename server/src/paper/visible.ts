/** Whether one of the typefaces has a character. */
export type Covers = (codePoint: number) => boolean

/** Control, format and private characters: unseen, or turning round what stands beside them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/u
/** Joiners belong to the spelling of Persian and of other languages. */
const JOINERS = /[\u200c\u200d]/
const SPACES = /\p{Zs}/u

const named = (character: string): string => {
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
  return `[U+${code}]`
}

/**
 * A text as it can be printed and seen: what is unseen, turns text round or is in no typeface stands there by its code.
 * Tabs and spaces of any width are spaces. `plain` names combining characters too, for texts whose piles of marks no
 * typeface can set.
 */
export function visible(text: string, covers: Covers, plain = false): string {
  let shown = ''
  for (const character of text) {
    if (character === '\t' || SPACES.test(character)) shown += ' '
    else if (JOINERS.test(character) && !plain) shown += character
    else if (UNSEEN.test(character) || !covers(character.codePointAt(0)!)) shown += named(character)
    else if (plain && /\p{M}/u.test(character)) shown += named(character)
    else shown += character
  }
  return shown
}

/** A word that is longer than a column may be broken, at a sign that nobody sees. */
export const breakable = (text: string): string =>
  text.replaceAll(/\S{19,}/gu, (word) => word.replaceAll(/.{16}(?=.)/gu, (piece) => `${piece}\u200b`))

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u
const STRONG = /\p{L}/u

/** The direction of the first letter of a text, which is its own. */
export function directionOf(text: string, otherwise: 'ltr' | 'rtl'): 'ltr' | 'rtl' {
  for (const character of text) if (STRONG.test(character)) return RIGHT_TO_LEFT.test(character) ? 'rtl' : 'ltr'
  return otherwise
}
