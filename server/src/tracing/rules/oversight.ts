import { createHash } from 'node:crypto'
import type { Diversion } from './diversions.ts'
import type { Finding } from './findings/finding.ts'
import type { Happening } from './happenings.ts'
import { isReport, type Window } from './windows.ts'

const identifiersOf = (happenings: readonly Happening[]): string[] =>
  happenings.flatMap(({ records }) => records.map(({ record }) => record))

/** Does the window tell what the finding says: that it left those very hands, by what the finding rests on? */
export function isToldBy({ custody, end }: Window, { oversight, records }: Finding): boolean {
  if (oversight === null || custody === null) return false
  const held = new Set(identifiersOf(custody.proofs))
  return oversight.some((record) => held.has(record)) && identifiersOf([end]).some((record) => records.includes(record))
}

/**
 * A leak from custody is among what may explain it, and no report of a theft or loss does: what somebody wrote down and
 * filed is no suspicion of ours.
 */
const mayBeLeak = ({ window, alternatives }: Diversion): boolean =>
  !isReport(window.cause) && alternatives.some(({ kind }) => kind === 'custody-leak')

/**
 * The records of the custody that a diversion speaks against by itself; null where it speaks against none, and where one
 * of these findings says so already.
 */
export function accusedBy(diversion: Diversion, findings: readonly Finding[]): readonly string[] | null {
  const { window } = diversion
  if (window.custody === null || !mayBeLeak(diversion)) return null
  if (findings.some((finding) => isToldBy(window, finding))) return null
  return identifiersOf([window.custody.since])
}

/**
 * What anybody may be told who oversees a custodian: dates and the kind of event. What names a place or a source comes
 * from records that he may not be allowed to see.
 */
const TOLD: ReadonlySet<string> = new Set([
  'first',
  'again',
  'date',
  'seen',
  'event',
  'from',
  'to',
  'kind',
  'confidence',
])

/** The parameters of a finding's sentence as a custodian's oversight desk is told them. */
export const toldParameters = ({ parameters }: Finding): Finding['parameters'] =>
  Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, TOLD.has(name) ? value : 'none']))

/** One finding against one custodian, whoever met with it: a UUID of version 8 over rule, agency and records. */
export function oversightId({ rule, records }: Pick<Finding, 'rule' | 'records'>, agency: string): string {
  const said = ['oversight', rule, agency, ...[...new Set(records)].sort()].join('\0')
  const bytes = createHash('sha256').update(said).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
