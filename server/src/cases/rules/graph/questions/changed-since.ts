import type { NodeName } from '../node.ts'
import { pathOf } from './belonging.ts'
import type { Asked, Finding } from './question.ts'

/** What people said since a day of what is asked about and of what is beside it, the latest first. */
export const changedSince = (_: readonly NodeName[], { ties, since }: Asked): Finding[] =>
  ties
    .filter((tie) => tie.since !== null && tie.since >= since)
    .sort((one, other) => (one.since! > other.since! ? -1 : one.since! < other.since! ? 1 : one.id < other.id ? -1 : 1))
    .map((tie) => ({
      message: 'connect.finding.changed',
      values: { day: tie.since! },
      nodes: [tie.from, tie.to],
      paths: [pathOf([{ from: tie.from, to: tie.to, tie }])],
    }))
