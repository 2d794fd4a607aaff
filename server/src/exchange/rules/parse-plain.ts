const DEPTH_LIMIT = 40

/** Deeper than any form of ours, counted before anything is parsed. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let inText = false
  for (let position = 0; position < text.length; position++) {
    const character = text[position]
    if (inText) {
      if (character === '\\') position++
      else if (character === '"') inText = false
    } else if (character === '"') inText = true
    else if (character === '{' || character === '[') {
      if (++depth > DEPTH_LIMIT) return true
    } else if (character === '}' || character === ']') depth--
  }
  return false
}

/** Could PostgreSQL and the log keep every text of it as it is, and no validator lose a member of it in silence? */
function isKeepable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0')
  if (Array.isArray(value)) return value.every(isKeepable)
  if (value === null || typeof value !== 'object') return true
  return Object.entries(value).every(([key, each]) => key !== '__proto__' && isKeepable(key) && isKeepable(each))
}

/** JSON of a stranger's as plain data; null for what is no JSON, no UTF-8, too deep, or could not be kept as it is. */
export function parsePlain(bytes: Uint8Array): { readonly value: unknown } | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (isTooDeep(text)) return null
    const value: unknown = JSON.parse(text)
    return isKeepable(value) ? { value } : null
  } catch {
    return null
  }
}
