import { ProofmarkError } from '@proofmark/contract/errors'
import { invalidBy } from '@proofmark/contract/expected'
import type * as z from 'zod'

const LONGEST = 80

/** The value that stands at a path of plain data, as short text. */
function valueAt(stated: unknown, path: readonly PropertyKey[]): string {
  const found = path.reduce<unknown>(
    (within, key) =>
      within !== null && typeof within === 'object' && Object.hasOwn(within, key)
        ? (within as Readonly<Record<PropertyKey, unknown>>)[key]
        : undefined,
    stated,
  )
  const text = typeof found === 'string' ? found : (JSON.stringify(found) ?? '')
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/** The refusal of a file that does not fit its schema: names the file, the first field, its value, and what is accepted. */
export function fileFault(file: string, stated: unknown, error: z.ZodError): ProofmarkError {
  const { parameters } = invalidBy(error)
  return new ProofmarkError('file_invalid', {
    words: '',
    limit: 0,
    ...parameters,
    file,
    value: valueAt(stated, error.issues[0]?.path ?? []),
  })
}
