import { ProofmarkError } from '@proofmark/contract/errors'
import { nodeName } from '@proofmark/contract/schemas/graph'
import type { Context } from '../access/context.ts'
import { recordNamed } from '../records/queries/record-named.ts'

/** A node as it is typed: its name, or `SOURCE/KEY` of a record. */
export async function nodeTyped(context: Context, word: string, field: 'A' | 'B' | 'NODE'): Promise<string> {
  if (nodeName.safeParse(word.toLowerCase()).success) return word.toLowerCase()
  const slash = word.indexOf('/')
  if (slash <= 0)
    throw new ProofmarkError('value_not_listed', {
      field,
      value: word,
      accepted: 'KIND:ID, SOURCE/KEY',
    })
  return `record:${await recordNamed(context, word.slice(0, slash), word.slice(slash + 1), undefined)}`
}
