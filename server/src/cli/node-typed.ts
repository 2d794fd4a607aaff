import { ProofmarkError } from '@proofmark/contract/errors'
import { nodeName } from '@proofmark/contract/schemas/graph'
import type { Context } from '../access/context.ts'
import { caseNamed } from '../cases/queries/case-named.ts'
import { recordNamed } from '../records/queries/record-named.ts'

/** A node as it is typed: its name, `case:` with the reference of a case, or `SOURCE/KEY` of a record. */
export async function nodeTyped(context: Context, word: string, field: 'A' | 'B' | 'NODE'): Promise<string> {
  if (nodeName.safeParse(word.toLowerCase()).success) return word.toLowerCase()
  const named = /^case:(.*)$/i.exec(word)?.[1]
  if (named !== undefined) return `case:${(await caseNamed(context, named)).id}`
  const slash = word.indexOf('/')
  if (slash <= 0)
    throw new ProofmarkError('value_not_listed', {
      field,
      value: word,
      accepted: 'KIND:ID, case:REFERENCE, SOURCE/KEY',
    })
  return `record:${await recordNamed(context, word.slice(0, slash), word.slice(slash + 1), undefined)}`
}
