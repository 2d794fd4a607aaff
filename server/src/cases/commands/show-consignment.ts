import { ProofmarkError } from '@proofmark/contract/errors'
import { CASE_WORKERS } from '@proofmark/contract/route'
import type { ConsignmentReason } from '@proofmark/contract/schemas/graph-work'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { consignmentGroups } from '../queries/consignment-groups.ts'
import { type Firearms, foldingFirearms } from '../queries/firearms.ts'
import { rangeRecords, rangesOver, withinRanges } from '../queries/serial-ranges.ts'
import { MOST_OF_RUN, serialRun } from '../queries/serial-runs.ts'
import { type SupplyRow, supplyRows } from '../queries/supply-rows.ts'
import { type NodeName, nodeNamed } from '../rules/graph/node.ts'
import { quantityAgrees, type RangeJoin } from '../rules/graph/range-join.ts'

/** One reason why a record came together with the one that was asked about. */
export interface Reason {
  readonly reason: ConsignmentReason
  readonly values: Readonly<Record<string, string | number>>
}

/** What its record says of the supply, and the firearm of which it speaks; of many items at once, itself. */
export interface ConsignmentMember extends SupplyRow {
  readonly firearm: NodeName
  readonly reasons: readonly Reason[]
}

export interface Consignment {
  readonly record: string
  readonly node: NodeName
  readonly members: readonly ConsignmentMember[]
  readonly leftOut: readonly { readonly reason: ConsignmentReason; readonly value: string; readonly count: number }[]
}

/** Rounds or parts of one lot, as the matching knows it. */
const lotOf = (firearms: Firearms, node: NodeName): string[] =>
  firearms.pairsBeyond(node).flatMap(({ verdict, other }) => (verdict === 'same-lot' ? [other] : []))

const rangeReason = (join: RangeJoin): Reason => {
  const { number, first, last, count, quantity, document } = join
  const said = { agrees: quantityAgrees(join) ? 'yes' : 'no', count, quantity: quantity ?? 'none' }
  return { reason: 'serial_range', values: { number, first, last, document: document ?? 'none', ...said } }
}

/** Ranges that others state and in which a number of these records lies, and numbers in the ranges that they state themselves. */
async function rangesBeside(context: Context, records: readonly string[]) {
  const own = await rangeRecords(context, records)
  const over = await rangesOver(context, own)
  const found = new Map(over.map((join) => [join.stating, join]))
  let further = 0
  for (const each of own) {
    const { joins, unasked } = await withinRanges(context, each)
    for (const join of joins) found.set(join.of, join)
    further += unasked
  }
  const all = [...found]
  return { told: all.slice(0, MOST_OF_RUN), further: further + Math.max(0, all.length - MOST_OF_RUN) }
}

/**
 * What came together with a firearm, among what the reader may see: by document and day, by lot, by the
 * range of numbers that a licence or a packing list states, by numbers in series. None
 * of it is more than a reason to look, and each says which. An entry of the log. Throws `role_needed`, `not_found`.
 */
export async function showConsignment(context: Context, record: string): Promise<Consignment> {
  needRole(context.reader, CASE_WORKERS)
  const firearms = foldingFirearms(context)
  await firearms.fold([record])
  const own = firearms.nameOf(record)
  if (own === null) throw new ProofmarkError('not_found', { what: record })
  const records = firearms.keptUnder(own)
  const reasons = new Map<string, Reason[]>()
  const leftOut: Consignment['leftOut'][number][] = []
  const give = (to: string, reason: Reason) => {
    if (!records.includes(to)) reasons.set(to, [...(reasons.get(to) ?? []), reason])
  }
  const groups = await consignmentGroups(context, records)
  for (const { ref, from, records: members, common } of groups) {
    if (common) leftOut.push({ reason: 'same_document', value: ref, count: members.length })
    else for (const each of members) give(each, { reason: 'same_document', values: { document: ref, day: from } })
  }
  for (const each of lotOf(firearms, own)) give(each, { reason: 'same_lot', values: {} })
  const ranges = await rangesBeside(context, records)
  for (const [beside, join] of ranges.told) give(beside, rangeReason(join))
  if (ranges.further > 0) leftOut.push({ reason: 'serial_range', value: records[0]!, count: ranges.further })
  for (const each of records) {
    const run = await serialRun(context, each)
    if (run === null) continue
    if (run.common > 0) leftOut.push({ reason: 'serial_run', value: each, count: run.common })
    for (const { record: beside, apart, norm } of run.members)
      if (!reasons.get(beside)?.some(({ reason }) => reason === 'serial_run'))
        give(beside, {
          reason: 'serial_run',
          values: { number: norm, apart: Math.abs(apart), behind: apart > 0 ? 'yes' : 'no' },
        })
  }
  const details = await supplyRows(context, [...reasons.keys()])
  await firearms.fold([...reasons.keys()])
  const members = [...reasons].flatMap(([id, given]): ConsignmentMember[] => {
    const [detail, firearm] = [details.get(id), firearms.nameOf(id)]
    // Another record of the same firearm did not come with it: it is it.
    if (!detail || firearm === null || firearm === own) return []
    return [{ ...detail, firearm, reasons: given }]
  })
  await context.audit({ action: 'consignment.shown', subjects: [record], body: { results: members.length } })
  const ordered = members.sort((one, other) => order(one, other))
  return { record, node: nodeNamed('consignment', groups[0]?.name ?? records[0]!), members: ordered, leftOut }
}

/** What more speaks for first, then by source and key. */
const order = (one: ConsignmentMember, other: ConsignmentMember): number =>
  other.reasons.length - one.reasons.length ||
  (one.source < other.source
    ? -1
    : one.source > other.source
      ? 1
      : one.key < other.key
        ? -1
        : one.key > other.key
          ? 1
          : one.record < other.record
            ? -1
            : 1)
