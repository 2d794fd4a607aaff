import type { TraceReplyMessage } from '@proofmark/contract/schemas/trace-message'
import { PERMITTED_AUDIENCES, type PermittedAudience } from '@proofmark/contract/trace-words'
import type { AudienceKind } from '@proofmark/domain/may-leave'

/** What was noted of an originator's permission; what is noted later of the same message and audience takes its place. */
export interface NotedPermission {
  readonly message: string
  readonly audience: PermittedAudience
  readonly permitted: boolean
  readonly givenBy: string
  /** `YYYY-MM-DD` */
  readonly givenOn: string
  readonly until: string | null
  readonly reference: string
}

const PERMITTED: ReadonlySet<string> = new Set(PERMITTED_AUDIENCES)

/** What stands of a message and an audience: the last that was noted; null where nothing was. */
export function standingPermission<Noted extends NotedPermission>(
  noted: readonly Noted[],
  message: string,
  audience: AudienceKind,
): Noted | null {
  if (!PERMITTED.has(audience)) return null
  return noted.findLast((each) => each.message === message && each.audience === audience) ?? null
}

/** Whether a reply may be used in court, and by whose word: what was noted last, else what the reply itself says. */
export function courtUseOf(
  { id, courtUse }: Pick<TraceReplyMessage, 'id' | 'courtUse'>,
  noted: readonly NotedPermission[],
): TraceReplyMessage['courtUse'] & { readonly until: string | null } {
  const stands = standingPermission(noted, id, 'court')
  if (stands === null) return { ...courtUse, until: null }
  const { permitted, givenBy: by, givenOn: on, until } = stands
  return { permitted, by, on, until }
}
