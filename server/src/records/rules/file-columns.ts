/** Headings are alike where they differ in case, in blanks and in how accents are composed. */
export function headingKey(heading: string): string {
  return heading.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()
}

/** Finds the heading of a file by which a column is meant; undefined where the file has none. */
export type FindHeading = (column: string) => string | undefined

/** Finds headings as they are written, and else the first one that is alike. */
export function findHeadings(headings: readonly string[]): FindHeading {
  const exact = new Set(headings)
  const alike = new Map<string, string>()
  for (const heading of headings) {
    const key = headingKey(heading)
    if (!alike.has(key)) alike.set(key, heading)
  }
  return (column) => (exact.has(column) ? column : alike.get(headingKey(column)))
}
