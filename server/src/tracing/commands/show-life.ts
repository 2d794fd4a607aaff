import { ProofmarkError } from '@proofmark/contract/errors'
import type { LinkLevel } from '@proofmark/contract/link-levels'
import { READERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type Item, itemOf } from '../../linkage/queries/item-of.ts'
import { type FirearmTrace, firearmTraces } from '../queries/firearm-traces.ts'
import { lifeRecords } from '../queries/life-records.ts'
import { factsOfItem, type KnownRecord, namedBy } from '../rules/facts-of-item.ts'
import { judgeLife, type Life } from '../rules/judge-life.ts'
import { fileFindings, findingKey, type Standing } from './file-findings.ts'

export interface ShownLife extends Life, Pick<Item, 'components' | 'lot' | 'undecided'> {
  /** The record that was asked for. */
  readonly record: string
  readonly item: string
  /** Every record that is named, those beside the item included. */
  readonly known: ReadonlyMap<string, KnownRecord>
  /** What the chain of links to each record of the item is good for. */
  readonly levels: ReadonlyMap<string, LinkLevel>
  /** How what speaks against a custodian stands, by the key of the finding. */
  readonly standings: ReadonlyMap<string, Standing>
  /** Requests about it. */
  readonly traces: readonly FirearmTrace[]
}

/**
 * The life of the item that a record is of, judged from the records that the reader may see and from no other. Every
 * record that is shown stands in the access log before it is answered. What speaks against a custodian is filed with its
 * oversight desk, and shown to nobody else before it came out. Throws `role_needed`, and `not_found` in the same
 * words for a record that is hidden and one that does not exist.
 */
export async function showLife(context: Context, record: string): Promise<ShownLife> {
  needRole(context.reader, READERS)
  const item = await itemOf(context, record)
  const known = await lifeRecords(context, namedBy(item))
  if (!known.has(record)) throw new ProofmarkError('not_found', { what: record })
  const facts = factsOfItem(item, known, context.now.toISOString().slice(0, 10))
  const { records, components, lot, undecided } = facts
  const working = new Set(records.filter(({ link }) => link === 'working').map((each) => each.record))
  const standings = await fileFindings(context, judgeLife(facts).findings, working)
  const life = judgeLife(facts, (finding) => standings.get(findingKey(finding))?.withheld ?? false)
  const traces = await firearmTraces(
    context,
    records.filter(({ link }) => link !== 'working').map((each) => each.record),
  )
  const subjects = [...known.keys(), ...traces.map(({ trace }) => trace.id)]
  await context.audit({ action: 'life.shown', subjects, body: { item: item.item } })
  const levels = new Map(item.members.map(({ record, level }) => [record, level]))
  return { ...life, components, lot, undecided, record, item: item.item, known, levels, standings, traces }
}
