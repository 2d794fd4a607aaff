import { ProofmarkError } from '@proofmark/contract/errors'
import { invalidBy } from '@proofmark/contract/expected'
import type * as z from 'zod'

/** A value of the shell by its schema, as over HTTP. Throws `body_invalid`, which names the first field that does not fit. */
export function typed<Schema extends z.ZodType>(schema: Schema, value: unknown, where = ''): z.output<Schema> {
  const outcome = schema.safeParse(value)
  if (outcome.success) return outcome.data
  throw invalidBy(outcome.error, where, schema)
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
