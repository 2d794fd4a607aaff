/** As what a document may be looked at here. */
export type DocumentView = 'picture' | 'text'

/** The pictures that the process for pictures reads, which writes them anew from their pixels. */
const PICTURES: readonly string[] = ['image/jpeg', 'image/png', 'image/webp', 'image/tiff']

/**
 * As what a document of this content is shown, and null for what is not: neither a PDF, for which the browser's own viewer
 * would have to be let into the page, nor anything that another program opens. What bears a caution is not shown at all.
 */
export function viewOf(mediaType: string | null, caution: string | null): DocumentView | null {
  if (mediaType === null || caution !== null) return null
  if (mediaType === 'text/plain') return 'text'
  return PICTURES.includes(mediaType) ? 'picture' : null
}

/** The beginning of a text, cut where a character ends; at most so many bytes of UTF-8. */
export function beginningOf(text: Buffer, most: number): Buffer {
  if (text.length <= most) return text
  let end = most
  // A byte 10xxxxxx goes on with a character that began before it (RFC 3629, section 3).
  while (end > 0 && (text[end]! & 0b1100_0000) === 0b1000_0000) end--
  return text.subarray(0, end)
}
