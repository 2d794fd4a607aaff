import type { FindingRule } from '@proofmark/contract/life-words'
import type { RecoveryKind } from '@proofmark/contract/trace-words'
import type { EventKind } from '@proofmark/domain/event-kind'
import type { Life } from '../judge-life.ts'
import type { LifeRecord } from '../life-record.ts'

/** Events by which a firearm came to the authorities. */
export const RECOVERED: Readonly<Partial<Record<EventKind, RecoveryKind>>> = {
  seizure: 'seized',
  find: 'found',
  surrender: 'surrendered',
}

/** What is known first: of the record that was asked for, then of those that persons linked with it. No model’s guess leaves. */
export function trusted(record: string, records: readonly LifeRecord[]): LifeRecord[] {
  const own = records.filter((each) => each.record === record)
  return [...own, ...records.filter((each) => each.record !== record && each.link !== 'working')]
}

/** The records of a firearm from which something may leave: the one that was asked for, and what persons linked with it. */
export const confirmedRecords = (record: string, records: readonly LifeRecord[]): string[] =>
  trusted(record, records).map((each) => each.record)

/** The recovery that a request is about: the record itself, else the last of its firearm. */
export function fromRecoveryOf(record: string, known: readonly LifeRecord[]): LifeRecord | undefined {
  const recoveries = known.filter(({ event }) => event in RECOVERED)
  return recoveries.find((each) => each.record === record) ?? recoveries.at(-1)
}

/** What the rules found in these records alone, with the records; what rests on a model’s link leaves no state. */
export function rulesFound(
  { findings }: Pick<Life, 'findings'>,
  known: readonly LifeRecord[],
): ReadonlyMap<FindingRule, readonly string[]> {
  const sure = new Set(known.map(({ record }) => record))
  const rules = new Map<FindingRule, readonly string[]>()
  for (const { rule, working, records } of findings)
    if (!working && !rules.has(rule) && records.every((each) => sure.has(each))) rules.set(rule, records)
  return rules
}
