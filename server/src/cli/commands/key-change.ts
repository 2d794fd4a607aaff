import { ProofmarkError } from '@proofmark/contract/errors'
import type { KeyChangeKind } from '@proofmark/contract/exchange-words'
import { signKeyChange } from '@proofmark/proofs/key-change'
import { formatVerifierKey } from '@proofmark/proofs/note-key'
import { type KeyChangeStatement, noteKeysSwitched, offerKeyChange } from '../../exchange/commands/offer-key-change.ts'
import { followingIdentity, openNodeKeys } from '../../exchange/keys/node-keys.ts'
import { exchangeSigner } from '../../exchange/ledger/ledger-names.ts'
import { keyChangeUnderWay, partnersWithoutOurKeys } from '../../exchange/queries/own-key-changes.ts'
import { openNextExchangeKeys, openNextLedgerSeed, switchKeys } from '../../store/keys.ts'
import { nodeKeysOf, nodeNameOf } from '../node-name.ts'
import { print, printJson } from '../output.ts'
import { type Shell, type ShellFlags, withShell } from '../shell.ts'
import { wrappingOf } from '../with-store.ts'

type Flags = ShellFlags & { readonly json?: boolean }

/** What partners are told: made before the first of them is. */
async function statementOf(shell: Shell, what: KeyChangeKind): Promise<KeyChangeStatement> {
  const { settings, installation, store } = shell
  const wrapping = await wrappingOf(settings.passphraseFile)
  if (what === 'ledger') {
    const signer = (seed: Uint8Array) => exchangeSigner(installation.id, seed)
    const next = await openNextLedgerSeed(settings.folder, wrapping)
    return { what, note: signKeyChange(signer(store.keys.exchangeLedgerSeed), signer(next)) }
  }
  const secrets = await openNextExchangeKeys(settings.folder, wrapping)
  const next = openNodeKeys(nodeNameOf(settings, installation), secrets)
  return { what, identity: followingIdentity(await nodeKeysOf(settings, installation), next, new Date()) }
}

/** Was the key of the ledger put in its place, and the command killed before it could say so? */
async function isLedgerFollowed({ run, installation, store }: Shell): Promise<boolean> {
  const change = await run((context) => keyChangeUnderWay(context, 'ledger'))
  if (!change || !('note' in change.statement)) return false
  const standing = formatVerifierKey(exchangeSigner(installation.id, store.keys.exchangeLedgerSeed))
  return change.statement.note.split('\n')[3] === standing
}

/**
 * Makes the keys that are to follow and tells partners by a message that the standing key signs. Those of the node are used
 * once partners took them (`switch`); that of the ledger follows at once, and a partner is shown nothing until it took it:
 * so no server may run meanwhile. Safe to repeat. Throws `keys_in_use`.
 */
export async function renewKeys(flags: Flags, what: KeyChangeKind): Promise<void> {
  await withShell(flags, async (shell) => {
    const { run, say, settings, store } = shell
    if (what === 'ledger' && store.shared) throw new ProofmarkError('keys_in_use')
    if (what === 'ledger' && (await isLedgerFollowed(shell))) return run((context) => noteKeysSwitched(context, what))
    const statement = await statementOf(shell, what)
    const { change, told } = await run((context) => offerKeyChange(context, statement))
    if (what === 'ledger') {
      await switchKeys(settings.folder, what, await wrappingOf(settings.passphraseFile))
      await run((context) => noteKeysSwitched(context, what))
    }
    if (flags.json) printJson({ change, told })
    else print(say(`shell.keys_renewed_${what}`, { partners: told.length }))
  })
}

/**
 * Uses the keys that partners were told of, from the next start on. Throws `key_change_missing` where none were made, and
 * `key_change_unanswered`, unless it is to be despite that: whoever did not take them hears no more of this node.
 */
export async function switchToNextKeys(flags: Flags, what: KeyChangeKind, despite: boolean): Promise<void> {
  await withShell(flags, async ({ run, say, settings }) => {
    const waiting = await run(async (context) => {
      if (!(await keyChangeUnderWay(context, what))) throw new ProofmarkError('key_change_missing')
      return partnersWithoutOurKeys(context, what)
    })
    if (waiting.length > 0 && !despite)
      throw new ProofmarkError('key_change_unanswered', { partners: waiting.join(', ') })
    await switchKeys(settings.folder, what, await wrappingOf(settings.passphraseFile))
    await run((context) => noteKeysSwitched(context, what))
    if (flags.json) printJson({ switched: what, without: waiting })
    else print(say('shell.keys_switched'))
  })
}
