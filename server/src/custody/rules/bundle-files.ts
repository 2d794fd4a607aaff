import { createHash } from 'node:crypto'
import { canonicalJson, type PlainData } from '@proofmark/proofs/canonical'

/** The files of a bundle, by name and in the order of their names. */
export type BundleFiles = readonly (readonly [name: string, bytes: Uint8Array])[]

/** The list of hashes, which no hash names. */
export const LIST_FILE = 'hashes.txt'

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const inOrder = (files: BundleFiles): BundleFiles => files.toSorted(([one], [other]) => (one < other ? -1 : 1))

/** A scan or a photograph, named by its hash. */
export interface BundledFile {
  readonly sha256: string
  /** Null where it is not kept here, or was not granted. */
  readonly bytes: Uint8Array | null
  /** The working copy of a photograph that was not granted itself; null where there is none. */
  readonly copy: Uint8Array | null
}

export interface BundleInput {
  readonly id: string
  readonly authority: string
  readonly made: Date
  readonly language: string
  readonly readme: string
  /** Text of the access log's key. */
  readonly ledgerKey: string
  readonly chains: readonly { readonly exhibit: string; readonly data: Uint8Array; readonly document: Uint8Array }[]
  readonly files: readonly BundledFile[]
}

/** A working copy bears the hash of the photograph from which it was made, and is not that photograph. */
const copyName = (sha256: string): string => `copies/${sha256}.jpg`

const numbered = (at: number): string => String(at + 1).padStart(4, '0')

/**
 * The files of a bundle and the list of their hashes, which `sha256sum --check` reads. The hash of that list is what goes into the access log.
 */
export function bundleFiles(input: BundleInput): { readonly files: BundleFiles; readonly listHash: string } {
  const { id, authority, made, language, readme, ledgerKey, chains, files } = input
  const contents = {
    form: 'proofmark-custody-bundle-1',
    package: id,
    authority,
    made: made.toISOString(),
    language,
    exhibits: chains.map(({ exhibit }, at) => ({
      exhibit,
      data: `data/${numbered(at)}.json`,
      document: `documents/${numbered(at)}.pdf`,
    })),
    files: files.map(({ sha256, bytes, copy }) => ({
      sha256,
      file: bytes === null ? null : `files/${sha256}`,
      // Told only where there is one: whoever reads an older bundle finds the same two fields.
      ...(copy === null ? {} : { copy: copyName(sha256), copySha256: hashOf(copy) }),
    })),
  }
  const packed: BundleFiles = inOrder([
    ['readme.txt', Buffer.from(readme)],
    ['contents.json', canonicalJson(contents)],
    ['keys.json', canonicalJson({ form: 'proofmark-custody-keys-1', ledger: ledgerKey })],
    ...chains.flatMap(({ data, document }, at) => [
      [`data/${numbered(at)}.json`, data] as const,
      [`documents/${numbered(at)}.pdf`, document] as const,
    ]),
    ...files.flatMap(({ sha256, bytes }) => (bytes === null ? [] : [[`files/${sha256}`, bytes] as const])),
    ...files.flatMap(({ sha256, copy }) => (copy === null ? [] : [[copyName(sha256), copy] as const])),
  ])
  const list = Buffer.from(packed.map(([name, bytes]) => `${hashOf(bytes)}  ${name}\n`).join(''))
  return { files: inOrder([...packed, [LIST_FILE, list]]), listHash: hashOf(list) }
}

/** The bundle whole: its files, with the signed state of the access log and the proofs under it. */
export const sealedBundle = (files: BundleFiles, checkpoint: string, proofs: PlainData): BundleFiles =>
  inOrder([...files, ['ledger/checkpoint.txt', Buffer.from(checkpoint)], ['ledger/proofs.json', canonicalJson(proofs)]])
