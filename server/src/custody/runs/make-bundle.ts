import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Locale } from '@proofmark/contract/locales'
import type { Say } from '@proofmark/contract/messages'
import type { PlainData } from '@proofmark/proofs/canonical'
import type { Run } from '../../access/context.ts'
import { insist } from '../../access/insist.ts'
import { evidenceArchive } from '../../exchange/present/evidence-archive.ts'
import { collectBundle, recordBundle } from '../commands/collect-bundle.ts'
import { printChain } from '../documents/chain.ts'
import { bundleReadme } from '../present/bundle-readme.ts'
import { chainData } from '../present/chain-data.ts'
import { presentCustody } from '../present/custody.ts'
import { type AccessProofs, proveAccess } from '../queries/access-proofs.ts'
import type { CustodyView } from '../queries/custody-view.ts'
import { type BundleFiles, bundleFiles, sealedBundle } from '../rules/bundle-files.ts'

const ATTEMPTS = 20
const PAUSE_MS = 250

export interface BundleAsked {
  readonly exhibits: readonly string[]
  readonly language: Locale
  /** By what this state is known. */
  readonly authority: string
}

export interface BundleMeans {
  readonly run: Run
  readonly say: Say
  /** Has the log process give what waits its place, and sign. */
  readonly settle: () => Promise<unknown>
}

export interface Bundle {
  readonly id: string
  readonly file: string
  readonly mediaType: 'application/zip'
  readonly bytes: Uint8Array
  readonly files: BundleFiles
  /** Text of the access log's key, to be given out by a way of its own. */
  readonly key: string
  /** Hashes of papers and photographs that are not in it. */
  readonly leftOut: readonly string[]
}

/** While another process gives places or signs, settling does nothing: it is tried again a moment later. */
async function provenSoon(prove: () => Promise<AccessProofs | null>): Promise<AccessProofs> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const proofs = await prove()
    if (proofs) return proofs
    await sleep(PAUSE_MS)
  }
  throw new ProofmarkError('ledger_waits')
}

async function chainsOf(views: readonly CustodyView[], language: Locale) {
  const chains = []
  for (const view of views) {
    const data = chainData(view)
    chains.push({ exhibit: view.exhibit.id, data, document: await printChain(presentCustody(view), data, language) })
  }
  return chains
}

const entriesOf = (views: readonly CustodyView[]): string[] =>
  views.flatMap(({ events }) => events.flatMap(({ entry, answer }) => (answer ? [entry, answer.entry] : [entry])))

/**
 * Makes the bundle of exhibits for a court: their chains as documents and data, the papers that they rest on, the hash of it all in the access
 * log, and the proofs that each statement stood there when it was written down. Throws as `collectBundle`, and
 * `document_not_set`, `document_too_large`.
 */
export async function makeBundle(
  { run, say, settle }: BundleMeans,
  { exhibits, language, authority }: BundleAsked,
): Promise<Bundle> {
  await settle()
  const { made, ledgerKey, views, files } = await insist(run, (context) => collectBundle(context, exhibits))
  const id = randomUUID()
  const leftOut = files.flatMap(({ sha256, bytes, copy }) => (bytes === null && copy === null ? [sha256] : []))
  const readme = bundleReadme({ id, authority, made, exhibits: views.length, leftOut }, say)
  const chains = await chainsOf(views, language)
  const packed = bundleFiles({ id, authority, made, language, readme, ledgerKey, chains, files })
  const own = await run((context) =>
    recordBundle(context, { id, hash: packed.listHash, exhibits: views.map(({ exhibit }) => exhibit.id) }),
  )
  const proofs = await provenSoon(async () => {
    await settle()
    return run((context) => proveAccess(context, [own, ...entriesOf(views)]))
  })
  const [first, ...events] = proofs.entries
  const told = { form: 'proofmark-access-proofs-1', package: first, events }
  const sealed = sealedBundle(packed.files, proofs.checkpoint, JSON.parse(JSON.stringify(told)) as PlainData)
  return {
    id,
    file: `custody-${id}.zip`,
    mediaType: 'application/zip',
    bytes: evidenceArchive(sealed),
    files: sealed,
    key: ledgerKey,
    leftOut,
  }
}
