import { parseArgs } from 'node:util'
import { ProofmarkError } from '@proofmark/contract/errors'

type Flags = Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }>>
type Values<Wanted extends Flags> = {
  readonly [Name in keyof Wanted]?: Wanted[Name]['type'] extends 'boolean'
    ? boolean
    : Wanted[Name] extends { readonly multiple: true }
      ? readonly string[]
      : string
}

/** Flags that every command of the shell takes. */
export const COMMON = {
  json: { type: 'boolean' },
  purpose: { type: 'string' },
  reference: { type: 'string' },
  as: { type: 'string' },
} as const satisfies Flags

/** The words and flags after a command. Throws `option_unknown` for a flag that the command does not know. */
export function readArguments<Wanted extends Flags>(args: readonly string[], flags: Wanted) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true, strict: true })
    return { flags: values as Values<Wanted>, words: positionals }
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    // Node.js speaks English, and of its own conventions; what a user needs is the option.
    const option = /'(-[^']*)'/.exec(message)?.[1]
    throw new ProofmarkError('option_unknown', { option: option ?? message.slice(0, 80) }, cause)
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

const DEFAULT_LIMIT = 20
const MOST = 200

/** How many results at most. Throws `value_not_listed`. */
export function readLimit(stated: string | undefined): number {
  const limit = stated === undefined ? DEFAULT_LIMIT : Number(stated)
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST) return limit
  throw new ProofmarkError('value_not_listed', { field: 'limit', value: stated ?? '', accepted: `1 – ${MOST}` })
}
