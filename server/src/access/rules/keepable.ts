const NUL = /\0/g

/** A text as the log can keep it: well-formed Unicode, and U+FFFD for what PostgreSQL cannot store. */
export const keepableText = (text: string): string => text.toWellFormed().replace(NUL, '\uFFFD')

/** The same for every text in a body, whatever was typed or stood in a file. */
export function keepable(value: unknown): unknown {
  if (typeof value === 'string') return keepableText(value)
  if (Array.isArray(value)) return value.map(keepable)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [keepableText(key), keepable(each)]))
}
