/**
 * Do the brackets of this JSON lie deeper than `limit` in each other? Counted before anything is parsed: a parser must not
 * be led down a well.
 */
export function isDeeperThan(text: string, limit: number): boolean {
  let depth = 0
  let inText = false
  for (let position = 0; position < text.length; position++) {
    const character = text[position]
    if (inText) {
      if (character === '\\') position++
      else if (character === '"') inText = false
    } else if (character === '"') inText = true
    else if (character === '{' || character === '[') {
      if (++depth > limit) return true
    } else if (character === '}' || character === ']') depth--
  }
  return false
}
