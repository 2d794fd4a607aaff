import { createHash } from 'node:crypto'
import type { Handling } from '@proofmark/contract/schemas/trace-message'
import { canonicalJson, type PlainData } from '@proofmark/proofs/canonical'
import type { ExchangeDirection, ExchangeEntry } from '@proofmark/proofs/exchange-leaf'

/** A file of the package, with what its owner permits. */
export interface EvidencePart {
  /** Its name within the package, such as `parts/document.pdf`. */
  readonly file: string
  /** What it is, in the reader's words. */
  readonly what: string
  readonly bytes: Uint8Array
  /** In the owner's own scheme; null for what no code restricts. */
  readonly handling: Handling | null
  /** That its owner permitted its use in court; null where no permission is asked for. */
  readonly permission: { readonly by: string; readonly on: string | null } | null
}

/** What handling keeps from a court: named, so that the court may ask its owner. */
export interface LeftOut {
  readonly what: string
  readonly handling: string
  readonly why: string
}

/** A message that was exchanged, with its entry in the exchange ledger. */
export interface EvidenceMessage {
  readonly entry: ExchangeEntry
  /** Its exact bytes; null where they are left out. */
  readonly bytes: Uint8Array | null
  /** The partner's, or ours for what came in: a compact JWS. */
  readonly receipt: string | null
  /** Partners that cosigned the ledger with it in it, before the package was made. */
  readonly cosignedBy: readonly string[]
}

export interface EvidenceKeys {
  /** Text of the exchange ledger's key. */
  readonly ledger: string
  readonly cosigners: readonly string[]
  /** Whose those are, by the name that each key bears. */
  readonly witnesses: Readonly<Record<string, string>>
  /** The notes by which the ledger's key followed others, the first one first. */
  readonly changes: readonly string[]
  /** By name of the node, raw Ed25519 keys in base64url. */
  readonly nodes: Readonly<Record<string, readonly string[]>>
}

/** All that goes into the package of a trace, but for its place in the ledger. */
export interface EvidenceInput {
  /** Identifier of this package. */
  readonly id: string
  readonly trace: string
  readonly authority: string
  readonly made: Date
  readonly language: string
  readonly readme: string
  readonly parts: readonly EvidencePart[]
  readonly leftOut: readonly LeftOut[]
  readonly messages: readonly EvidenceMessage[]
  readonly keys: EvidenceKeys
}

/** The files of a package, by name and in the order of their names. */
export type EvidenceFiles = readonly (readonly [name: string, bytes: Uint8Array])[]

/** Those that are named by no hash, since they vouch for the list of hashes. */
export const LIST_FILE = 'hashes.txt'

const FILE_NAME = /^[a-z0-9][a-z0-9._-]{0,80}(\/[a-z0-9][a-z0-9._-]{0,80})?$/
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const inOrder = (files: EvidenceFiles): EvidenceFiles => files.toSorted(([one], [other]) => (one < other ? -1 : 1))

interface Named {
  readonly file: string | null
  readonly receipt: string | null
}

const namesOf = ({ bytes, receipt }: EvidenceMessage, at: number): Named => {
  const number = String(at + 1).padStart(4, '0')
  return {
    file: bytes === null ? null : `messages/${number}.json`,
    receipt: receipt === null ? null : `receipts/${number}.jws`,
  }
}

function contentsOf(input: EvidenceInput): PlainData {
  const { id, trace, authority, made, language, parts, leftOut, messages } = input
  return {
    form: 'proofmark-evidence-1',
    package: id,
    trace,
    authority,
    made: made.toISOString(),
    language,
    parts: parts.map(({ file, what, handling, permission }) => ({ file, what, handling, permission })),
    leftOut: leftOut.map(({ what, handling, why }) => ({ what, handling, why })),
    messages: messages.map((each, at) => {
      const { message, kind, direction, partner, hash, id: entry } = each.entry
      return {
        message,
        kind,
        direction: direction as ExchangeDirection,
        partner,
        hash,
        entry,
        cosignedBy: [...each.cosignedBy],
        ...namesOf(each, at),
      }
    }),
  }
}

/**
 * The files of a package and the list of their hashes, which `sha256sum --check` reads: the same bytes for the same input.
 * The hash of that list is what goes into the exchange ledger.
 */
export function evidenceFiles(input: EvidenceInput): { readonly files: EvidenceFiles; readonly listHash: string } {
  const { readme, parts, messages, keys } = input
  const files: (readonly [string, Uint8Array])[] = [
    ['readme.txt', Buffer.from(readme)],
    ['contents.json', canonicalJson(contentsOf(input))],
    [
      'keys.json',
      canonicalJson({
        form: 'proofmark-evidence-keys-1',
        ledger: keys.ledger,
        cosigners: [...keys.cosigners].sort(),
        witnesses: { ...keys.witnesses },
        changes: [...keys.changes],
        nodes: Object.fromEntries(Object.entries(keys.nodes).map(([node, of]) => [node, [...of].sort()])),
      }),
    ],
    ...parts.map(({ file, bytes }) => [file, bytes] as const),
  ]
  messages.forEach((message, at) => {
    const { file, receipt } = namesOf(message, at)
    if (file !== null && message.bytes !== null) files.push([file, message.bytes])
    if (receipt !== null && message.receipt !== null) files.push([receipt, Buffer.from(message.receipt)])
  })
  const names = files.map(([name]) => name)
  const wrong = names.find((name, at) => !FILE_NAME.test(name) || names.indexOf(name) !== at)
  if (wrong !== undefined) throw new TypeError(`A package cannot hold ${JSON.stringify(wrong)}, or holds it twice.`)
  const sorted = inOrder(files)
  const list = Buffer.from(sorted.map(([name, bytes]) => `${hashOf(bytes)}  ${name}\n`).join(''))
  return { files: inOrder([...sorted, [LIST_FILE, list]]), listHash: hashOf(list) }
}

/** An entry of the exchange ledger with the proof that it stands in it. */
export interface ProvenEntry {
  readonly entry: ExchangeEntry
  readonly index: number
  /** Base64. */
  readonly proof: readonly string[]
}

/** Where the package and its messages stand in the exchange ledger, under one checkpoint with its cosignatures. */
export interface EvidenceProofs {
  readonly checkpoint: string
  /** The last checkpoint before it that partners cosigned, and the proof from there; null where it is that one or none is. */
  readonly cosigned: { readonly checkpoint: string; readonly consistency: readonly string[] } | null
  readonly package: ProvenEntry
  readonly messages: readonly ProvenEntry[]
}

/** The package whole: its files, and the proofs that the ledger holds their hashes. */
export function sealedFiles(files: EvidenceFiles, { checkpoint, cosigned, ...proofs }: EvidenceProofs): EvidenceFiles {
  const plain = ({ entry, index, proof }: ProvenEntry) => ({ entry: { ...entry }, index, proof: [...proof] })
  const told = {
    form: 'proofmark-ledger-proofs-1',
    consistency: cosigned ? [...cosigned.consistency] : null,
    package: plain(proofs.package),
    messages: proofs.messages.map(plain),
  }
  const earlier: EvidenceFiles = cosigned ? [['ledger/cosigned.txt', Buffer.from(cosigned.checkpoint)]] : []
  return inOrder([
    ...files,
    ...earlier,
    ['ledger/checkpoint.txt', Buffer.from(checkpoint)],
    ['ledger/proofs.json', canonicalJson(told)],
  ])
}
