import { ProofmarkError } from '@proofmark/contract/errors'
import type { FindingSaid } from '@proofmark/contract/schemas/trace-shown'
import type { Context } from '../../access/context.ts'
import { itemOf } from '../../linkage/queries/item-of.ts'
import { factsOfItem, namedBy } from '../rules/facts-of-item.ts'
import { judgeLife, type Life } from '../rules/judge-life.ts'
import type { LifeRecord } from '../rules/life-record.ts'
import { lifeRecords } from './life-records.ts'

export interface JudgedLife {
  readonly life: Life
  readonly records: readonly LifeRecord[]
}

/**
 * The life of a record’s firearm for a request: from what this reader sees, and without anything that speaks against a
 * custodian. That is for its oversight first, and enters no request. Throws `not_found`.
 */
export async function judgedLife(context: Context, record: string): Promise<JudgedLife> {
  const item = await itemOf(context, record)
  const known = await lifeRecords(context, namedBy(item))
  if (!known.has(record)) throw new ProofmarkError('not_found', { what: record })
  const facts = factsOfItem(item, known, context.now.toISOString().slice(0, 10))
  return { life: judgeLife(facts, ({ oversight }) => oversight !== null), records: facts.records }
}

/** What is kept of a life beside a request. */
export const keptOf = ({ life, records }: JudgedLife): FindingSaid => ({
  status: life.status,
  diversions: life.diversions.map(({ kind, from, to, place, confidence }) => ({ kind, from, to, place, confidence })),
  records: records.length,
})
