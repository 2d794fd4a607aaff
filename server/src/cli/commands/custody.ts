import { ProofmarkError } from '@proofmark/contract/errors'
import { readArguments } from '../arguments.ts'
import { withShell } from '../shell.ts'
import { CUSTODY_ACTS } from './custody-acts.ts'
import { CAMPAIGN_ACTS } from './custody-campaign.ts'
import { EXAMINE_ACTS } from './custody-examine.ts'
import { HELD_ACTS } from './custody-held.ts'
import { CUSTODY_FLAGS } from './custody-print.ts'
import { STORAGE_ACTS } from './custody-storage.ts'

const ACTS = { ...CUSTODY_ACTS, ...STORAGE_ACTS, ...CAMPAIGN_ACTS, ...HELD_ACTS, ...EXAMINE_ACTS } as const

/** `proofmark custody show|list|hand-over|accept|seal|…`: who has which exhibit, and how its custody ends. */
export async function custodyCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, CUSTODY_FLAGS)
  const [act = '', ...rest] = words
  if (!Object.hasOwn(ACTS, act))
    throw new ProofmarkError('value_not_listed', {
      field: 'custody',
      value: act,
      accepted: Object.keys(ACTS).join(', '),
    })
  await withShell(flags, (shell) => ACTS[act as keyof typeof ACTS](shell, flags, rest))
}
