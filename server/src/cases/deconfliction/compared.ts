import type { Compared } from './ask-match.ts'

const isText = (value: unknown): value is string => typeof value === 'string'

/** What came over the pipe, typed. Throws a TypeError for anything else. */
export function comparedOf(input: unknown): Compared {
  const { about, id, skeleton } = (input ?? {}) as Readonly<Record<string, unknown>>
  if (isText(id) && (about === 'operation' || about === 'introduction')) return { about, id }
  if (isText(id) && about === 'question' && (skeleton === null || isText(skeleton))) return { about, id, skeleton }
  throw new TypeError('What is compared is named by its kind and its identifier.')
}
