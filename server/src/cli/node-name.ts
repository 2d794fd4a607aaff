import { ProofmarkError } from '@proofmark/contract/errors'
import type { Installation } from '../access/commands/create-installation.ts'
import { type NodeKeys, openNodeKeys } from '../exchange/keys/node-keys.ts'
import { openExchangeKeys } from '../store/keys.ts'
import type { Settings } from './settings.ts'
import { wrappingOf } from './with-store.ts'

/** The name by which partners know this node. Throws `node_unnamed` where neither it nor the state was stated. */
export function nodeNameOf({ node }: Pick<Settings, 'node'>, { country }: Pick<Installation, 'country'>): string {
  const name = node ?? country
  if (name === null) throw new ProofmarkError('node_unnamed')
  return name
}

/** What this node speaks to partners with; made at first use. */
export async function nodeKeysOf(settings: Settings, installation: Installation): Promise<NodeKeys> {
  const name = nodeNameOf(settings, installation)
  return openNodeKeys(name, await openExchangeKeys(settings.folder, await wrappingOf(settings.passphraseFile)))
}
