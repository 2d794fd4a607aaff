import { resolve } from 'node:path'
import { sayIn } from '@proofmark/contract/catalogues'
import { ProofmarkError } from '@proofmark/contract/errors'
import { ledgerSendRequest } from '@proofmark/contract/schemas/ledger'
import { fromBase64, isHash } from '@proofmark/proofs/bytes'
import { openCheckpoint } from '@proofmark/proofs/checkpoint'
import { compareCheckpoints } from '@proofmark/proofs/compare-checkpoints'
import { ProofError } from '@proofmark/proofs/errors'
import { parseVerifierKey } from '@proofmark/proofs/note-key'
import { beginWitnessAnew } from '../../exchange/commands/begin-witness-anew.ts'
import { sendLedger } from '../../exchange/commands/send-ledger.ts'
import { showLedger } from '../../exchange/commands/show-ledger.ts'
import { presentLedger } from '../../exchange/present/ledger.ts'
import { COMMON, listed, needed, readArguments } from '../arguments.ts'
import { readText } from '../open-file.ts'
import { print, printJson } from '../output.ts'
import { readSettings } from '../settings.ts'
import { type Shell, withShell } from '../shell.ts'
import { typed } from '../typed.ts'

const FLAGS = { ...COMMON, key: { type: 'string' }, proof: { type: 'string' } } as const
type LedgerFlags = ReturnType<typeof readArguments<typeof FLAGS>>['flags']

async function show({ run, say }: Shell, json: boolean): Promise<void> {
  const view = await run(showLedger)
  if (json) return printJson(presentLedger(view, say))
  const { key, checkpoint, cosignatures, disputes, witnessed, refusals } = view
  const day = (at: Date) => at.toISOString().slice(0, 10)
  if (checkpoint) print(say('shell.ledger_size', { size: checkpoint.size, key: key ?? '' }))
  else print(say('shell.ledger_empty'))
  for (const { partner, size, at } of cosignatures) print(say('shell.ledger_cosigned', { partner, size, at: day(at) }))
  for (const { partner, reason, at } of disputes)
    print(say('shell.ledger_disputed', { partner, at: day(at), reason: say(`ledger.refusal.${reason}`) }))
  for (const { partner, size, at } of witnessed) print(say('shell.ledger_witnessed', { partner, size, at: day(at) }))
  for (const { partner, reason, at } of refusals)
    print(say('shell.ledger_refused', { partner, at: day(at), reason: say(`ledger.refusal.${reason}`) }))
}

/** The newest checkpoint with its cosignatures, as a signed note: to be laid beside what somebody else holds. */
async function checkpointText({ run, say }: Shell): Promise<void> {
  const { checkpoint, cosignatures } = await run(showLedger)
  if (!checkpoint) return print(say('shell.ledger_empty'))
  const lines = cosignatures.filter(({ size }) => size === checkpoint.size).map(({ line }) => line)
  process.stdout.write(checkpoint.note + lines.join(''))
}

function readProof(text: string): Uint8Array[] {
  const stated: unknown = JSON.parse(text)
  const hashes = Array.isArray(stated) ? stated.map((each) => fromBase64(String(each))) : []
  if (!Array.isArray(stated) || !hashes.every(isHash))
    throw new ProofmarkError('value_not_listed', {
      field: 'proof',
      value: text.slice(0, 40),
      accepted: '["base64", …]',
    })
  return hashes
}

/** Says what two checkpoints prove of each other. Needs no database. Ends with 1 where the ledger showed two histories. */
async function compare(flags: LedgerFlags, one: string, other: string): Promise<void> {
  const say = sayIn(readSettings().locale)
  try {
    const key = parseVerifierKey(needed(flags.key, '--key'))
    const log = { origin: key.name, keys: [key] }
    const proof = flags.proof === undefined ? null : readProof(await readText(resolve(flags.proof)))
    const notes = [await readText(resolve(one)), await readText(resolve(other))] as const
    const relation = compareCheckpoints(openCheckpoint(notes[0], log), openCheckpoint(notes[1], log), proof)
    if (flags.json) printJson({ relation, text: say(`ledger.relation.${relation}`) })
    else print(say(`ledger.relation.${relation}`))
    if (relation !== 'same' && relation !== 'grown') process.exitCode = 1
  } catch (failure) {
    if (!(failure instanceof ProofError) && !(failure instanceof SyntaxError)) throw failure
    throw new ProofmarkError('checkpoint_unreadable', {}, failure)
  }
}

async function beginAnew({ run, say }: Shell, partner: string): Promise<void> {
  await run((context) => beginWitnessAnew(context, partner))
  print(say('shell.ledger_begun_anew', { partner }))
}

async function send({ run, say }: Shell, partner: string | undefined, json: boolean): Promise<void> {
  const asked = typed(ledgerSendRequest, partner === undefined ? {} : { partner })
  const sent = await run((context) => sendLedger(context, asked))
  if (json) printJson({ sent })
  else print(say('shell.ledger_sent', { count: sent.length, partners: sent.join(', ') }))
}

/** `proofmark ledger`, `proofmark ledger checkpoint|begin-anew|send [PARTNER]`, `proofmark ledger compare FILE FILE --key KEY [--proof FILE]`. */
export async function ledgerCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  const act = listed('ledger', words[0] ?? 'show', ['show', 'checkpoint', 'compare', 'begin-anew', 'send'] as const)
  if (act === 'compare') return compare(flags, needed(words[1], 'FILE'), needed(words[2], 'FILE'))
  if (act === 'send') return withShell(flags, (shell) => send(shell, words[1], flags.json === true))
  if (act === 'begin-anew') return withShell(flags, (shell) => beginAnew(shell, needed(words[1], 'PARTNER')))
  await withShell(flags, (shell) => (act === 'show' ? show(shell, flags.json === true) : checkpointText(shell)))
}
