import { ProofmarkError } from '@proofmark/contract/errors'
import type { LinkLevel } from '@proofmark/contract/link-levels'
import { READERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type Item, itemOf } from '../../linkage/queries/item-of.ts'
import { type KnownRecord, lifeRecords } from '../queries/life-records.ts'
import { judgeLife, type Life } from '../rules/judge-life.ts'
import type { LifeRecord } from '../rules/life-record.ts'
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
}

const besides = ({ components, lot, undecided, listedTwice }: Item): string[] => [
  ...components.map(({ record }) => record),
  ...lot,
  ...undecided.map(({ record }) => record),
  ...listedTwice.flatMap(({ record, other }) => [record, other]),
]

/** What stands beside the item, as far as its records are there to be shown. */
function shownBesides({ components, lot, undecided, listedTwice }: Item, known: ReadonlyMap<string, KnownRecord>) {
  const isKnown = ({ record }: { readonly record: string }): boolean => known.has(record)
  return {
    components: components.filter(isKnown),
    lot: lot.filter((record) => known.has(record)),
    undecided: undecided.filter(isKnown),
    listedTwice: listedTwice.filter(({ record, other }) => known.has(record) && known.has(other)),
  }
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
  const named = [...new Set([...item.members.map((member) => member.record), ...besides(item)])]
  const known = await lifeRecords(context, named)
  if (!known.has(record)) throw new ProofmarkError('not_found', { what: record })
  const records = item.members.flatMap(({ record, link }): LifeRecord[] => {
    const found = known.get(record)
    return found ? [{ ...found, link }] : []
  })
  const beside = shownBesides(item, known)
  const today = context.now.toISOString().slice(0, 10)
  const facts = { ...beside, records, recoveries: item.recoveries, today }
  const working = new Set(records.filter(({ link }) => link === 'working').map((each) => each.record))
  const standings = await fileFindings(context, judgeLife(facts).findings, working)
  const life = judgeLife(facts, (finding) => standings.get(findingKey(finding))?.withheld ?? false)
  await context.audit({ action: 'life.shown', subjects: [...known.keys()], body: { item: item.item } })
  const { components, lot, undecided } = beside
  const levels = new Map(item.members.map(({ record, level }) => [record, level]))
  return { ...life, components, lot, undecided, record, item: item.item, known, levels, standings }
}
