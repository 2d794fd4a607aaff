import { parseArgs } from 'node:util'
import { ProofmarkError } from '@proofmark/contract/errors'
import { name as nameSchema } from '@proofmark/contract/schemas/common'

export type Flags = Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: true }>>
type One<Type> = Type extends 'boolean' ? boolean : string
type Values<Wanted extends Flags> = {
  readonly [Name in keyof Wanted]?: Wanted[Name]['multiple'] extends true ? string[] : One<Wanted[Name]['type']>
}

/** Flags that every command of the shell takes. */
export const COMMON = {
  json: { type: 'boolean' },
  purpose: { type: 'string' },
  reference: { type: 'string' },
  as: { type: 'string' },
} as const satisfies Flags

/** The words and flags after a command. Throws `option_unknown` for a flag that the command does not know. */
export function readArguments<const Wanted extends Flags>(args: readonly string[], flags: Wanted) {
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

/** A name as the contract takes it. Throws `value_not_listed`. */
export function readName(field: string, value: string): string {
  const outcome = nameSchema.safeParse(value)
  if (!outcome.success)
    throw new ProofmarkError('value_not_listed', { field, value: value.slice(0, 80), accepted: '1 – 120' })
  return outcome.data
}

const DEFAULT_LIMIT = 20
const MOST = 200

/** How many results at most. Throws `value_not_listed`. */
export function readLimit(stated: string | undefined): number {
  const limit = stated === undefined ? DEFAULT_LIMIT : Number(stated)
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST) return limit
  throw new ProofmarkError('value_not_listed', { field: 'limit', value: stated ?? '', accepted: `1 – ${MOST}` })
}

/** How many results come before the page that is asked for. Throws `value_not_listed`. */
export function readAfter(stated: string | undefined): number {
  const after = Number(stated ?? 0)
  if (Number.isInteger(after) && after >= 0) return after
  throw new ProofmarkError('value_not_listed', { field: 'after', value: stated ?? '', accepted: '0 –' })
}
