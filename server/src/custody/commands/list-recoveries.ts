import type { RecoveryKind } from '@proofmark/contract/trace-words'
import type { Context } from '../../access/context.ts'
import { type ListedRecovery, listedRecoveries } from '../queries/listed-recoveries.ts'
import { minimumAtRecovery } from '../rules/minimum-at-recovery.ts'

export interface ListInput {
  readonly status?: RecoveryKind | undefined
  readonly incomplete: boolean
  readonly after: number
  readonly limit: number
}

export interface RecoveryOnList extends ListedRecovery {
  readonly completeness: number
}

export interface ListedPage {
  readonly recoveries: readonly RecoveryOnList[]
  readonly more: boolean
}

/** So many are read at once to find those that are not complete, and no more than so many in all. */
const [AT_ONCE, MOST_READ] = [200, 10_000]

/** The recoveries that the reader may see, the last first; seeing them is an entry of the log. */
export async function listRecoveries(context: Context, input: ListInput): Promise<ListedPage> {
  const { status, incomplete, after, limit } = input
  const wanted: RecoveryOnList[] = []
  // Completeness is worked out of the form, so that a rule that grows stricter counts for what was recorded before.
  const upTo = after + limit + 1
  for (let from = 0; wanted.length < upTo && from < MOST_READ; from += AT_ONCE) {
    const read = await listedRecoveries(context, { status, after: from, limit: AT_ONCE })
    const judged = read.map((each) => ({ ...each, completeness: minimumAtRecovery(each.form).completeness }))
    wanted.push(...judged.filter(({ completeness }) => !incomplete || completeness < 100))
    if (read.length < AT_ONCE) break
  }
  const page = wanted.slice(after, after + limit)
  await context.audit({
    action: 'recoveries.listed',
    subjects: page.map(({ id }) => id),
    body: { results: page.length },
  })
  return { recoveries: page, more: wanted.length > after + limit }
}
