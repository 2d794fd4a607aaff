import { ProofmarkError } from '@proofmark/contract/errors'
import { READERS } from '@proofmark/contract/route'
import { compareModels, type ModelComparison } from '@proofmark/matching/learning/compare-models'
import type { Run } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type CandidateDetails, candidateDetails } from '../queries/candidates.ts'
import { balanceNamed } from '../queries/standing-balance.ts'
import { SAME_FROM, UNDECIDED_FROM } from '../rules/thresholds.ts'
import { type GatherOptions, gatherOpen } from './learning-set.ts'

export interface ComparedModels extends ModelComparison {
  readonly before: string
  readonly after: string
  readonly records: number
  readonly details: ReadonlyMap<string, CandidateDetails>
}

/** So many records that ask are enough to see what changes. */
const ASKING = 500

/**
 * Two models on the same pairs of records of open sources. The examples are an entry of the access log before they are
 * answered. Throws `role_needed`, `not_found`.
 */
export async function compareOnOpen(
  run: Run,
  { before, after }: { readonly before: string; readonly after: string },
  options: GatherOptions = {},
): Promise<ComparedModels> {
  const balances = await run(async ({ reader, client }) => {
    needRole(reader, READERS)
    const named = async (version: string) => {
      const found = await balanceNamed(client, version)
      if (!found) throw new ProofmarkError('not_found', { what: version })
      return found
    }
    return { old: await named(before), own: await named(after) }
  })
  const { groups, entries } = await gatherOpen(run, { most: ASKING, ...options })
  const thresholds = { undecided: UNDECIDED_FROM, same: SAME_FROM }
  const compared = compareModels(balances.old.model, balances.own.model, groups, entries, thresholds)
  const shown = [...compared.gained, ...compared.lost].flatMap(({ record, other }) => [record, other])
  const details = await run(async (context) => {
    await context.audit({
      action: 'models.compared',
      subjects: [...new Set(shown)],
      body: { model: after, before, pairs: compared.pairs },
    })
    return candidateDetails(context, shown)
  })
  const records = new Set(groups.map(({ asking }) => asking.record)).size
  return { ...compared, before, after, records, details }
}
