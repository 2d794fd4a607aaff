/** Hexadecimal digits in groups of four, as they are read aloud. */
export const inFours = (digits: string): string => digits.match(/.{1,4}/g)?.join(' ') ?? ''

/** The bytes of a key as it is written in files (base64url), in hexadecimal digits: letters of one case are read aloud safely. */
export function hexOf(key: string): string {
  const bytes = atob(key.replaceAll('-', '+').replaceAll('_', '/'))
  return Array.from(bytes, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('')
}
