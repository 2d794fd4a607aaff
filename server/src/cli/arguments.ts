import { parseArgs } from 'node:util'
import { ProofmarkError } from '@proofmark/contract/errors'

type Flags = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>
type Values<Wanted extends Flags> = {
  readonly [Name in keyof Wanted]?: Wanted[Name]['type'] extends 'boolean' ? boolean : string
}

/** Flags that every command of the shell takes. */
export const COMMON = {
  json: { type: 'boolean' },
  purpose: { type: 'string' },
  reference: { type: 'string' },
  as: { type: 'string' },
} as const satisfies Flags

/** The words and flags after a command. Throws `usage` for a flag that the command does not know. */
export function readArguments<Wanted extends Flags>(args: readonly string[], flags: Wanted) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true, strict: true })
    return { flags: values as Values<Wanted>, words: positionals }
  } catch (cause) {
    throw new ProofmarkError('usage', { reason: cause instanceof Error ? cause.message : String(cause) }, cause)
  }
}

/** One word of a closed list. Throws `value_not_listed`, naming the field and what would be accepted. */
export function listed<Word extends string>(field: string, value: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === value)
  if (found === undefined) throw new ProofmarkError('value_not_listed', { field, value, accepted: words.join(', ') })
  return found
}

/** A value that must be there. Throws `usage`. */
export function needed(value: string | undefined, what: string): string {
  if (value === undefined || value === '') throw new ProofmarkError('usage', { reason: `${what} is missing` })
  return value
}
