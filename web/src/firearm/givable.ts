import type { LifeFinding, LifeShow } from '@proofmark/contract/schemas/life'
import type { Givable } from '../cases/give/givable.ts'

/** A finding is given with the first of the records that it rests on; one that rests on none is not given. */
export function givableFinding({ rule, records: [first] }: LifeFinding): Givable | null {
  return first ? { kind: 'record', id: first.record, label: `${first.source} ${first.key}`, finding: rule } : null
}

/** What of a firearm a case may be given: its records, the one from which it is seen first, and what the rules find. */
export function givableOf(record: string, { events, findings }: LifeShow): readonly Givable[] {
  const records = events.map(
    ({ record: id, source, key }): Givable => ({ kind: 'record', id, label: `${source} ${key}` }),
  )
  const own = records.find(({ id }) => id === record) ?? { kind: 'record' as const, id: record, label: null }
  const said = findings.map(givableFinding).filter((each) => each !== null)
  return [own, ...records.filter(({ id }) => id !== record), ...said]
}
