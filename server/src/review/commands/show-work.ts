import { DESKS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type OpenJudgement, openTo } from '../../linkage/commands/record-matches.ts'
import { candidateDetails } from '../../linkage/queries/candidates.ts'
import { linkedRecords } from '../../linkage/queries/linked-records.ts'
import { type AskedOpinion, independentReadings, opinions, waitingSeconds } from '../queries/work.ts'
import { type Agreement, agreementOf } from '../rules/agreement.ts'
import type { ListedEnd } from './list-review.ts'

interface OfPair {
  readonly one: ListedEnd
  readonly other: ListedEnd
}

export interface ShownWork {
  readonly seconds: readonly (OfPair & { readonly judgement: OpenJudgement })[]
  readonly opinions: readonly (OfPair & AskedOpinionOnly)[]
  readonly asked: readonly (OfPair & AskedOpinionOnly & { readonly agrees: boolean | null })[]
}
type AskedOpinionOnly = Omit<AskedOpinion, 'record' | 'other'>

/**
 * What of review is for this reader by name: verdicts that wait for a second person, opinions that colleagues ask for, and
 * what came of those that the reader asked for. Throws `role_needed`.
 */
export async function showWork(context: Context): Promise<ShownWork> {
  needRole(context.reader, DESKS)
  const seconds = await waitingSeconds(context)
  const [ofMe, byMe] = [await opinions(context, 'of'), await opinions(context, 'by')]
  const readings = new Map(
    (await independentReadings(context)).map(({ record, other, readings: [one, two] }) => [
      `${record} ${other}`,
      one === two,
    ]),
  )
  const named = [...seconds, ...ofMe, ...byMe].flatMap(({ record, other }) => [record, other])
  const records = new Map((await linkedRecords(context, [...new Set(named)])).map((each) => [each.record, each]))
  const details = await candidateDetails(context, [...records.keys()])
  const withEnds = <Row extends { readonly record: string; readonly other: string }>(rows: readonly Row[]) =>
    rows.flatMap(({ record, other, ...rest }) => {
      const [one, two] = [records.get(record), records.get(other)]
      const [first, second] = [details.get(record), details.get(other)]
      if (!one || !two || !first || !second) return []
      return [{ ...rest, one: { record: one, details: first }, other: { record: two, details: second } }]
    })
  await context.audit({ action: 'matches.listed', subjects: [...records.keys()], body: { matches: records.size } })
  return {
    seconds: withEnds(seconds.map((each) => ({ ...each, judgement: openTo(context, each.judgement) }))),
    opinions: withEnds(ofMe),
    asked: withEnds(byMe.map((each) => ({ ...each, agrees: readings.get(`${each.record} ${each.other}`) ?? null }))),
  }
}

/** How far people who judged the same pairs, each for themselves, agree; of the pairs that the reader may see. Throws `role_needed`. */
export async function agreement(context: Context): Promise<Agreement> {
  needRole(context.reader, DESKS)
  return agreementOf((await independentReadings(context)).map(({ readings }) => readings))
}
