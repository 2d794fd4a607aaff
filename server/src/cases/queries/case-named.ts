import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { type CaseFile, casesCalled, findCase } from './case-file.ts'

const IDENTIFIER = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * The case that a word names, by its identifier or its reference, among those that the reader was let into. Throws
 * `not_found`, and `case_ambiguous` where several bear the reference.
 */
export async function caseNamed(context: Context, word: string): Promise<CaseFile> {
  const byId = IDENTIFIER.test(word) ? await findCase(context, word.toLowerCase()) : null
  if (byId) return byId
  const [only, ...others] = await casesCalled(context, word)
  if (!only) throw new ProofmarkError('not_found', { what: word })
  if (others.length > 0)
    throw new ProofmarkError('case_ambiguous', { value: word, cases: [only, ...others].map(({ id }) => id).join(', ') })
  return only
}
