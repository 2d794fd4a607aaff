import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../../access/context.ts'
import { seesPersonsAt } from '../policy/recovery.ts'
import { type Examination, examinationsOf } from '../queries/examinations.ts'
import { type NearRecovery, nearRecoveries } from '../queries/near.ts'
import {
  type Exhibit,
  exhibitsOf,
  findRecovery,
  type Recovery,
  type RecoveryVersion,
  readableOf,
  standingOf,
  versionsOf,
  withoutSeal,
} from '../queries/recoveries.ts'

export interface RecoveryView {
  readonly recovery: Recovery
  readonly versions: readonly RecoveryVersion[]
  /** The version that is shown: the one that was asked for, else the one that stands. */
  readonly shown: RecoveryVersion
  readonly persons: boolean
  readonly exhibits: readonly Exhibit[]
  /** Those of their records that the reader may read. */
  readonly readable: ReadonlySet<string>
  readonly examinations: readonly Examination[]
  readonly near: readonly NearRecovery[]
  /** In whose chain of custody no seal stands. */
  readonly unsealed: ReadonlySet<string>
}

/** A recovery as it stands or stood; seeing it is an entry of the log. Throws `not_found`. */
export async function showRecovery(
  context: Context,
  input: { readonly recovery: string; readonly version?: number | undefined },
): Promise<RecoveryView> {
  const { reader, audit } = context
  const id = input.recovery.toLowerCase()
  const recovery = await findRecovery(context, id)
  const versions = recovery ? await versionsOf(context, id) : []
  const shown =
    input.version === undefined ? standingOf(versions) : versions.find(({ version }) => version === input.version)
  if (!recovery || !shown) throw new ProofmarkError('not_found', { what: input.recovery })
  const persons = seesPersonsAt(reader, recovery.agency)
  await audit({ action: 'recovery.shown', subjects: [id], body: { version: shown.version, persons } })
  const exhibits = await exhibitsOf(context, [id])
  const readable = await readableOf(
    context,
    exhibits.flatMap(({ record }) => record ?? []),
  )
  const examinations = await examinationsOf(
    context,
    exhibits.map((each) => each.id),
  )
  const near = await nearRecoveries(context, recovery, shown)
  const unsealed = await withoutSeal(context, id)
  return { recovery, versions, shown, persons, exhibits, readable, examinations, near, unsealed }
}
