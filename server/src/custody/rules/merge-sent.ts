import { type MergedRecovery, mergeRecovery, type RecoveryConflict } from '@proofmark/contract/merge-recovery'
import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'

/** A version as far as merging asks. */
export interface MergedVersion {
  readonly version: number
  readonly stands: boolean
  readonly form: RecoveryForm
  /** By which its device knows the send that made it; null where the device named none. */
  readonly attempt: string | null
}

export interface SentForm {
  /** The version that the form began from; null where it began from nothing. */
  readonly base: number | null
  /** The sends since then of which the device has no answer, this one among them. */
  readonly attempts: readonly string[]
  readonly form: RecoveryForm
}

const standingIn = (versions: readonly MergedVersion[]) => versions.findLast(({ stands }) => stands)?.form ?? null
const baseIn = (versions: readonly MergedVersion[], base: number | null) =>
  versions.find(({ version }) => version === base)?.form ?? null

/** The last that was taken from the same device since the base, and whose answer never came there. */
export function ownSince<Version extends MergedVersion>(
  versions: readonly Version[],
  { base, attempts }: Pick<SentForm, 'base' | 'attempts'>,
): Version | null {
  const isOwn = ({ version, attempt }: Version) =>
    version > (base ?? 0) && attempt !== null && attempts.includes(attempt)
  return versions.findLast(isOwn) ?? null
}

const isWithin = (path: string, other: string) => path === other || path.startsWith(`${other}.`)
const touch = ({ path }: RecoveryConflict, { path: other }: RecoveryConflict) =>
  isWithin(path, other) || isWithin(other, path)

/**
 * Puts together what stands and what was sent. Where the server took an earlier send of the same device whose answer was
 * lost, the form began from that one in truth: an officer does not contradict what they said themselves. What
 * contradicted somebody else in that earlier send was told to nobody, and so is told now.
 */
export function mergeSent(versions: readonly MergedVersion[], sent: SentForm): MergedRecovery {
  const standing = standingIn(versions)
  const own = ownSince(versions, sent)
  if (!own) return mergeRecovery(baseIn(versions, sent.base), standing, sent.form)
  const { form, conflicts } = mergeRecovery(own.form, standing, sent.form)
  const untold = contradictedBy(versions, own, sent).filter((each) => !conflicts.some((other) => touch(each, other)))
  return { form, conflicts: [...conflicts, ...untold] }
}

/** What a version contradicted when it came, as far as what is sent now contradicts it still. */
export function contradictedBy(
  versions: readonly MergedVersion[],
  taken: MergedVersion,
  sent: SentForm,
): readonly RecoveryConflict[] {
  const before = versions.filter(({ version }) => version < taken.version)
  const then = mergeSent(before, { ...sent, form: taken.form }).conflicts
  if (then.length === 0) return []
  const now = mergeRecovery(baseIn(versions, sent.base), standingIn(versions), sent.form).conflicts
  return now.filter((each) => then.some((other) => touch(each, other)))
}
