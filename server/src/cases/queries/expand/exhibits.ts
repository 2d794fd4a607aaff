import { nodeNamed } from '../../rules/graph/node.ts'
import { type Tied, tied } from '../../rules/graph/tied.ts'
import type { Expander, WayIn } from './expander.ts'

interface Row {
  readonly exhibit: string
  readonly recovery: string | null
  readonly record: string | null
  readonly day: string | null
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

const EXHIBITS = (where: string) => `
  SELECT e.id AS exhibit, r.id AS recovery, e.record_id AS record, v.form ->> 'date' AS day
  FROM exhibit e
  LEFT JOIN recovery r ON r.id = e.recovery_id
  LEFT JOIN LATERAL (
    SELECT form FROM recovery_version WHERE recovery_id = r.id AND stands ORDER BY version DESC LIMIT 1
  ) v ON true
  WHERE ${where}`

const ways: readonly WayIn[] = [
  { by: 'exhibits', query: (ids) => EXHIBITS(`e.id = ANY (${ids})`) },
  { by: 'recoveries', query: (ids) => EXHIBITS(`e.recovery_id = ANY (${ids})`) },
  {
    by: 'records',
    query: (ids) => EXHIBITS(`e.record_id = ANY (${ids})`),
    where: 'EXISTS (SELECT FROM exhibit e WHERE e.record_id = r.id)',
  },
]

function tiesOfRow({ exhibit, recovery, record, day }: Row): Tied[] {
  const node = nodeNamed('exhibit', exhibit)
  const on = day !== null && DAY.test(day) ? { fromDay: day, toDay: day } : {}
  const inside = recovery && {
    ...{ id: `exhibit:${exhibit}:in`, from: node, to: nodeNamed('recovery', recovery) },
    ...({ relation: 'recovered_in', kind: 'fact' } as const),
  }
  const recorded = record && {
    ...{ id: `exhibit:${exhibit}:as`, from: node, to: nodeNamed('record', record) },
    ...({ relation: 'recorded_as', kind: 'fact' } as const),
  }
  return [
    ...(inside ? [tied(inside, { ...on, why: [{ message: 'connect.why.exhibit_of_recovery', values: {} }] })] : []),
    ...(recorded
      ? [
          tied(recorded, {
            ...on,
            records: [record],
            why: [{ message: 'connect.why.record_of_exhibit', values: {} }],
          }),
        ]
      : []),
  ]
}

/** Recoveries, what was recovered in them, and the records that were made of it. */
export const exhibits: Expander<Row> = {
  kinds: ['recovery', 'exhibit', 'firearm', 'record'],
  ways,
  ties: async (rows) => rows.flatMap(tiesOfRow),
}
