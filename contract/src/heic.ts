/** Major brands of ISO base media files that hold pictures in HEVC (ISO/IEC 23008-12, annex B). */
const BRANDS: readonly string[] = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1']
const TYPE_ENDS_AT = 12

/** So many bytes of a file say whether it is one. */
export const HEIC_HEAD = TYPE_ENDS_AT

/**
 * Is this the beginning of a photograph in the form in which some telephones keep theirs? What reads it is under patents, and
 * so it is read nowhere here.
 */
export function isHeic(head: Uint8Array): boolean {
  const text = String.fromCharCode(...head.subarray(4, TYPE_ENDS_AT))
  return text.startsWith('ftyp') && BRANDS.includes(text.slice(4))
}
