/** A stretch of text as it can be seen, or one character that cannot. */
export type Piece = { readonly text: string } | { readonly code: string }

/** Characters without a shape of their own, and spaces that are not the ordinary one. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]|(?! )\p{Zs}/u

/** A text in pieces, so that what is hidden in it can be shown: `AB\u202E1` is `AB`, U+202E, `1`. */
export function visiblePieces(text: string): Piece[] {
  const pieces: Piece[] = []
  let seen = ''
  for (const character of text) {
    if (!HIDDEN.test(character)) {
      seen += character
      continue
    }
    if (seen !== '') pieces.push({ text: seen })
    seen = ''
    pieces.push({ code: `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}` })
  }
  if (seen !== '') pieces.push({ text: seen })
  return pieces
}
