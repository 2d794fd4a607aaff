import { createHash, createPrivateKey, sign } from 'node:crypto'
import { canonicalJson } from '@proofmark/proofs/canonical'
import { signCheckpoint } from '@proofmark/proofs/checkpoint'
import { cosign, cosignerFromSeed, formatCosignerKey } from '@proofmark/proofs/cosignature'
import { keyPairFromSeed } from '@proofmark/proofs/ed25519'
import { type ExchangeEntry, exchangeLeafHash } from '@proofmark/proofs/exchange-leaf'
import { signKeyChange } from '@proofmark/proofs/key-change'
import { consistencyProof, inclusionProof, rootOf } from '@proofmark/proofs/merkle'
import { formatVerifierKey, signerFromSeed } from '@proofmark/proofs/note-key'
import {
  type EvidenceInput,
  type EvidenceMessage,
  evidenceFiles,
  type ProvenEntry,
  sealedFiles,
} from '../exchange/rules/evidence-files.ts'

const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const seed = (of: string) => createHash('sha256').update(of).digest()
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Two nodes of invented states, one ledger, one witness. */
export const LOG = signerFromSeed('proofmark/test/exchange', seed('log'))
export const WITNESS = cosignerFromSeed('proofmark/other/witness', seed('witness'))
export const LOG_KEY = formatVerifierKey(LOG)
/** The key that the ledger was signed by before. */
export const EARLIER_LOG = signerFromSeed(LOG.name, seed('earlier log'))
export const WITNESS_KEY = formatCosignerKey(WITNESS)
export const NODE_KEY = Buffer.from(keyPairFromSeed(seed('node')).publicKey).toString('base64url')

/** A receipt as nodes give it. */
export function receiptOf({ message, hash }: Pick<ExchangeEntry, 'message' | 'hash'>): string {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed('node')]), format: 'der', type: 'pkcs8' })
  const head = Buffer.from(JSON.stringify({ alg: 'EdDSA', kid: NODE_KEY })).toString('base64url')
  const told = { form: 'proofmark-receipt-1', message, hash, sender: 'XA', recipient: 'XB' }
  const body = Buffer.from(canonicalJson({ ...told, receivedAt: '2026-12-01T10:00:00.000Z' })).toString('base64url')
  return `${head}.${body}.${sign(null, Buffer.from(`${head}.${body}`), key).toString('base64url')}`
}

export const entryOf = (number: number, kind: string, message: string, hash: string): ExchangeEntry => ({
  id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  recordedAt: `2026-12-01T10:00:0${number % 10}.000000Z`,
  direction: kind === 'trace-reply' ? 'incoming' : 'outgoing',
  partner: kind === 'evidence-package' ? null : 'XB',
  message,
  kind,
  hash,
})

const REQUEST = Buffer.from('{"what":"trace-request"}')
const request = entryOf(1, 'trace-request', 'aaaaaaaa-0000-4000-8000-000000000001', hashOf(REQUEST))
const reply = entryOf(2, 'trace-reply', 'bbbbbbbb-0000-4000-8000-000000000002', hashOf(Buffer.from('kept back')))

/** What goes into a package: a request that is there with its receipt, and a reply that is left out. */
export const evidenceInput = (): EvidenceInput => ({
  id: 'cccccccc-0000-4000-8000-000000000003',
  trace: 'dddddddd-0000-4000-8000-000000000004',
  authority: 'XA',
  made: new Date('2026-12-02T09:00:00Z'),
  language: 'en',
  readme: 'How to check this package.\n',
  parts: [
    { file: 'parts/document.pdf', what: 'Request', bytes: Buffer.from('%PDF-1.7'), handling: null, permission: null },
  ],
  leftOut: [{ what: 'Reply of XB', handling: 'europol H1', why: 'its originator has not permitted its use in court' }],
  messages: [
    { entry: request, bytes: REQUEST, receipt: receiptOf(request), cosignedBy: ['XB'] },
    { entry: reply, bytes: null, receipt: null, cosignedBy: [] },
  ] satisfies EvidenceMessage[],
  keys: {
    ledger: LOG_KEY,
    cosigners: [WITNESS_KEY],
    witnesses: { [WITNESS.name]: 'XB, Focal point of XB' },
    changes: [signKeyChange(EARLIER_LOG, LOG)],
    nodes: { XB: [NODE_KEY] },
  },
})

/** So many entries had been cosigned before the package was made. */
const COSIGNED = 4

/** The ledger in which a package's list of hashes stands, beside its messages and others. */
export function ledgerWith(input: EvidenceInput, listHash: string) {
  const own = entryOf(3, 'evidence-package', input.id, listHash)
  const others = Array.from({ length: 6 }, (_, at) => entryOf(10 + at, 'note', `note ${at}`, hashOf(Buffer.from([at]))))
  const entries = [others[0]!, request, ...others.slice(1, 4), reply, own, ...others.slice(4)]
  const leaves = entries.map(exchangeLeafHash)
  const at = (size: number) => ({ origin: LOG.name, size, root: rootOf(leaves.slice(0, size)), extensions: [] })
  const note = signCheckpoint(at(leaves.length), [LOG])
  const cosigned = signCheckpoint(at(COSIGNED), [LOG]) + cosign(at(COSIGNED), WITNESS, 1_796_200_000)
  const consistency = consistencyProof(leaves, COSIGNED)
  const proven = (entry: ExchangeEntry): ProvenEntry => {
    const index = entries.indexOf(entry)
    return { entry, index, proof: inclusionProof(leaves, index).map((hash) => Buffer.from(hash).toString('base64')) }
  }
  return {
    leaves,
    checkpoint: note,
    cosigned: { checkpoint: cosigned, consistency: consistency.map((hash) => Buffer.from(hash).toString('base64')) },
    package: proven(own),
    messages: [proven(request), proven(reply)],
  }
}

/** A whole package, with its ledger. */
export function aPackage(input = evidenceInput()) {
  const { files, listHash } = evidenceFiles(input)
  const { leaves, ...proofs } = ledgerWith(input, listHash)
  return { files: sealedFiles(files, proofs), leaves, proofs }
}
