/** The token in what a person pasted: a whole sign-in link or the token alone. Null where there is none. */
export function tokenIn(pasted: string): string | null {
  const text = pasted.trim()
  const token = text.includes('#') ? text.slice(text.indexOf('#') + 1) : text
  return /^[\w.~-]{20,200}$/.test(token) ? token : null
}
