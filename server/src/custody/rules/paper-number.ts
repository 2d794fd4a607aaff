/** Letters and digits that no hand writes for another (Crockford's alphabet, without U). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const DRAWN = 7

const numberIn = (character: string) => ALPHABET.indexOf(character)

/** Weighed by place, so that two neighbours that change places are noticed as well as one that is misread. */
const checkOf = (characters: string): string =>
  ALPHABET[[...characters].reduce((sum, each, place) => sum + (2 * place + 1) * numberIn(each), 0) % ALPHABET.length]!

const grouped = (characters: string) => `P-${characters.slice(0, 4)}-${characters.slice(4)}`

/** The number of a form, of seven bytes of chance and a character that checks them: `P-4F7K-92QX`. */
export function paperNumber(chance: Uint8Array): string {
  const drawn = [...chance.subarray(0, DRAWN)].map((byte) => ALPHABET[byte % ALPHABET.length]!).join('')
  return grouped(drawn + checkOf(drawn))
}

/** A number as somebody typed it, in the form in which it was printed; null for what is no such number. */
export function typedPaperNumber(typed: string): string | null {
  const characters = typed.toUpperCase().replaceAll(/[\s.-]/g, '')
  const rest = characters.replace(/^P/, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  if (rest.length !== DRAWN + 1 || [...rest].some((each) => numberIn(each) === -1)) return null
  return checkOf(rest.slice(0, DRAWN)) === rest[DRAWN] ? grouped(rest) : null
}
