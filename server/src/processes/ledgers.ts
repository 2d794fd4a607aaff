import type pg from 'pg'
import { ACCESS_TREE } from '../access/ledger/access-tree.ts'
import { logOrigin, logSigner } from '../access/ledger/log-key.ts'
import { sequenceAll, sequenceBatch, signTree } from '../access/ledger/sequence.ts'
import { verifyTree } from '../access/ledger/verify.ts'
import { presentVerdicts, type ShownVerdict } from '../access/present/verdict.ts'
import { cosignWaiting } from '../exchange/ledger/cosign-waiting.ts'
import { EXCHANGE_TREE } from '../exchange/ledger/exchange-tree.ts'
import { exchangeCosigner, exchangeOrigin, exchangeSigner } from '../exchange/ledger/ledger-names.ts'

/** The seeds of the keys that sign for an installation's two ledgers, and by which it cosigns its partners'. */
export interface LedgerSeeds {
  readonly ledgerSeed: Uint8Array
  readonly exchangeLedgerSeed: Uint8Array
  readonly cosignerSeed: Uint8Array
}

/** The same as text, to be handed to the log process: those of an installation's secrets alone. */
export type LedgerSeedTexts = Readonly<Record<keyof LedgerSeeds, string>>

export const ledgerSeedTexts = (keys: LedgerSeeds): LedgerSeedTexts => ({
  ledgerSeed: Buffer.from(keys.ledgerSeed).toString('hex'),
  exchangeLedgerSeed: Buffer.from(keys.exchangeLedgerSeed).toString('hex'),
  cosignerSeed: Buffer.from(keys.cosignerSeed).toString('hex'),
})

export const readLedgerSeeds = (texts: LedgerSeedTexts): LedgerSeeds => ({
  ledgerSeed: Buffer.from(texts.ledgerSeed, 'hex'),
  exchangeLedgerSeed: Buffer.from(texts.exchangeLedgerSeed, 'hex'),
  cosignerSeed: Buffer.from(texts.cosignerSeed, 'hex'),
})

/** The checkpoints that were signed anew, each where its tree has grown. */
export interface SignedLedgers {
  readonly access: string | null
  readonly exchange: string | null
}

/** Gives a batch of what waits its place in either tree; answers how many entries got one. */
export async function placeBatch(pool: pg.Pool): Promise<number> {
  return (await sequenceBatch(pool, ACCESS_TREE)) + (await sequenceBatch(pool, EXCHANGE_TREE))
}

/** Signs both trees as they stand, and cosigns what partners showed. */
export async function signLedgers(pool: pg.Pool, installation: string, seeds: LedgerSeeds): Promise<SignedLedgers> {
  const access = await signTree(pool, logSigner(installation, seeds.ledgerSeed), ACCESS_TREE)
  const exchange = await signTree(pool, exchangeSigner(installation, seeds.exchangeLedgerSeed), EXCHANGE_TREE)
  await cosignWaiting(pool, exchangeCosigner(installation, seeds.cosignerSeed), new Date())
  return { access, exchange }
}

/** Gives all that waits its place in either tree, and signs both: what the log process does all the time, done once. */
export async function settleLedgers(pool: pg.Pool, installation: string, seeds: LedgerSeeds): Promise<SignedLedgers> {
  await sequenceAll(pool, ACCESS_TREE)
  await sequenceAll(pool, EXCHANGE_TREE)
  return signLedgers(pool, installation, seeds)
}

/** Examines both trees; each checkpoint handed in is held against the tree whose name it bears. */
export async function verifyLedgers(
  pool: pg.Pool,
  installation: string,
  kept: readonly string[],
): Promise<ShownVerdict> {
  const ofExchange = (note: string) => note.startsWith(`${exchangeOrigin(installation)}\n`)
  const access = await verifyTree(
    pool,
    ACCESS_TREE,
    logOrigin(installation),
    kept.filter((note) => !ofExchange(note)),
  )
  const exchange = await verifyTree(pool, EXCHANGE_TREE, exchangeOrigin(installation), kept.filter(ofExchange))
  return presentVerdicts(access, exchange)
}
