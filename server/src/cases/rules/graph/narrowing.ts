import type { NodeKind, Standing } from '@proofmark/contract/case-words'
import { kindOf } from './node.ts'
import type { Tied } from './tied.ts'
import { isWithin, type WithinCase } from './within.ts'

/** What of the graph is wanted; what is not said is not narrowed. */
export interface Narrowing {
  readonly kinds?: readonly NodeKind[] | undefined
  readonly standings?: readonly Standing[] | undefined
  readonly fromDay?: string | undefined
  readonly toDay?: string | undefined
  /** Only within this case. */
  readonly within?: string | null | undefined
  /** Places that records state are nodes as well, and countries that routes of recoveries name. */
  readonly places?: boolean | undefined
  readonly relevance: boolean
  readonly protectedPersons: boolean
}

/** Was it so on some day of these? What has no date stays. */
export function onSomeDay({ fromDay, toDay }: Pick<Tied, 'fromDay' | 'toDay'>, wanted: Narrowing): boolean {
  const begins = fromDay ?? toDay
  const ends = toDay ?? fromDay
  if (wanted.toDay !== undefined && begins !== null && begins > wanted.toDay) return false
  return wanted.fromDay === undefined || ends === null || ends >= wanted.fromDay
}

/** Does this tie belong to what is wanted, seen from the end that was asked about? `within`: the case that is wanted alone. */
export function isWanted(tie: Tied, end: string, wanted: Narrowing, within: WithinCase | null): boolean {
  if (wanted.standings && !wanted.standings.includes(tie.kind)) return false
  if (wanted.kinds && !wanted.kinds.includes(kindOf(end))) return false
  if (within !== null && !isWithin(tie, within)) return false
  return onSomeDay(tie, wanted)
}
