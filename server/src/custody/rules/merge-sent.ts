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

/**
 * What a version contradicted when it came, and so was not taken. Its answer never came to the device, so that nobody has
 * read it.
 */
const contradictedBy = (
  versions: readonly MergedVersion[],
  taken: MergedVersion,
  sent: SentForm,
): readonly RecoveryConflict[] =>
  mergeSent(
    versions.filter(({ version }) => version < taken.version),
    { ...sent, form: taken.form },
  ).conflicts

/**
 * Puts together what stands and what was sent. Where the server took an earlier send of the same device whose answer was
 * lost, or this very one, the form began from that in truth: an officer does not contradict what they said themselves.
 * What of it was not taken still stands against what it contradicted.
 */
export function mergeSent(
  versions: readonly MergedVersion[],
  sent: SentForm,
  taken: MergedVersion | null = ownSince(versions, sent),
): MergedRecovery {
  const standing = standingIn(versions)
  if (!taken) return mergeRecovery(baseIn(versions, sent.base), standing, sent.form)
  return mergeRecovery(taken.form, standing, sent.form, contradictedBy(versions, taken, sent))
}
