import type { FindingSaid } from '@proofmark/contract/schemas/trace-shown'

/** Do two findings say the same of a life? How many records they rest on is no part of what they say. */
export function isSameFinding(one: FindingSaid, other: FindingSaid): boolean {
  const said = ({ status, diversions }: FindingSaid) =>
    JSON.stringify([
      status,
      diversions.map(({ kind, from, to, place, confidence }) => [kind, from, to, place, confidence]),
    ])
  return said(one) === said(other)
}
