import { ProofmarkError } from '@proofmark/contract/errors'
import { invalidBy } from '@proofmark/contract/expected'
import type * as z from 'zod'

/** A word that is none of a list, as whoever typed it will know it again; null where something else does not fit. */
function notListed({ issues: [issue] }: z.ZodError, value: unknown): ProofmarkError | null {
  if (issue?.code !== 'invalid_value') return null
  const said = issue.path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | undefined)?.[step], value)
  if (typeof said !== 'string') return null
  const accepted = issue.values.map(String).join(', ')
  return new ProofmarkError('value_not_listed', { field: issue.path.map(String).join('.'), value: said, accepted })
}

/**
 * A value of the shell by its schema, as over HTTP. Throws `body_invalid`, which names the first field that does not fit, and
 * `value_not_listed` for a word that is none of its list.
 */
export function typed<Schema extends z.ZodType>(schema: Schema, value: unknown, where = ''): z.output<Schema> {
  const outcome = schema.safeParse(value)
  if (outcome.success) return outcome.data
  throw (where === '' ? notListed(outcome.error, value) : null) ?? invalidBy(outcome.error, where, schema)
}

/** A small JSON file by its schema. Throws `body_invalid`. */
export function typedJson<Schema extends z.ZodType>(schema: Schema, file: string, text: string): z.output<Schema> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new ProofmarkError('body_invalid', { field: file, expected: 'json' }, cause)
  }
  return typed(schema, value, file)
}
