import { ProofmarkError } from '@proofmark/contract/errors'
import { DESKS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type DrawnPair, drawnPairs, findSample } from '../queries/samples.ts'
import { type ShownRecord, shownRecords } from '../queries/shown-records.ts'

/** A pair to be judged, with both its records. */
export interface SampledPair {
  readonly pair: DrawnPair
  readonly one: ShownRecord
  readonly other: ShownRecord
}

export interface SampleWish {
  readonly sample: string
  readonly open?: boolean | undefined
  readonly after?: number | undefined
}

const PAGE = 10

/**
 * The pairs of a sample in the order of the draw. Throws `role_needed` and `not_found`.
 */
export async function listSamplePairs(
  context: Context,
  { sample, open = false, after = 0 }: SampleWish,
): Promise<{ pairs: SampledPair[]; next: number | null }> {
  needRole(context.reader, DESKS)
  const found = await findSample(context, sample)
  if (!found) throw new ProofmarkError('not_found', { what: sample })
  const all = (await drawnPairs(context, sample)).filter(
    ({ place, verdict }) => place > after && (!open || verdict === null),
  )
  const page = all.slice(0, PAGE)
  const ids = page.flatMap(({ record, other }) => [record, other])
  const shown = await shownRecords(context, ids)
  await context.audit({ action: 'quality.listed', subjects: ids, body: { kind: 'sample', results: page.length } })
  const pairs = page.flatMap((pair): SampledPair[] => {
    const [one, other] = [shown.get(pair.record), shown.get(pair.other)]
    return one && other ? [{ pair, one, other }] : []
  })
  return { pairs, next: all.length > page.length ? (page.at(-1)?.place ?? null) : null }
}
