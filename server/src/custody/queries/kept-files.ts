import type { Context } from '../../access/context.ts'
import type { BundledFile } from '../rules/bundle-files.ts'

/** So many bytes of files at most go into one bundle; of what is beyond it the hash is named. */
const MOST_BYTES = 200 * 1024 * 1024

interface Row {
  readonly id: string
  readonly recovery: string
  readonly kind: 'photograph' | 'scan'
  readonly sha256: string
  readonly bytes: number
  /** How large its working copy is; null where it has none. */
  readonly copied: number | null
  /** May the reader have the original today? */
  readonly granted: boolean
}

export interface KeptFiles {
  readonly files: readonly BundledFile[]
  /** What was read of photographs: a working copy, or an original that was granted. */
  readonly read: readonly (Pick<Row, 'id' | 'recovery' | 'sha256'> & { readonly what: 'copy' | 'original' })[]
}

async function contentOf({ client }: Context, file: string): Promise<Uint8Array> {
  const { rows } = await client.query<{ content: Buffer }>(
    'SELECT content FROM evidence_file_part WHERE file_id = $1 ORDER BY starts_at',
    [file],
  )
  return Buffer.concat(rows.map(({ content }) => content))
}

async function copyOf({ client }: Context, file: string): Promise<Uint8Array> {
  const { rows } = await client.query<{ content: Buffer }>(
    `SELECT content FROM evidence_file_copy WHERE file_id = $1 AND size = 'copy'`,
    [file],
  )
  return rows[0]!.content
}

/** The scans with these hashes and the photographs of these exhibits, in the order of their hashes. */
async function rowsOf({ client, reader, now }: Context, hashes: readonly string[], exhibits: readonly string[]) {
  const { rows } = await client.query<Row>(
    `SELECT f.id, f.recovery_id AS recovery, f.kind, encode(f.sha256, 'hex') AS sha256, f.bytes,
       length(c.content)::int4 AS copied,
       EXISTS (
         SELECT FROM original_grant g WHERE g.file_id = f.id AND g.to_account = $3 AND g.until >= $4::date
       ) AS granted
     FROM evidence_file f LEFT JOIN evidence_file_copy c ON c.file_id = f.id AND c.size = 'copy'
     WHERE f.state = 'kept' AND (encode(f.sha256, 'hex') = ANY ($1::text[]) OR f.exhibit_id = ANY ($2::uuid[]))
     ORDER BY sha256, f.id`,
    [hashes, exhibits, reader.account, now.toISOString().slice(0, 10)],
  )
  return rows
}

/**
 * The scans with these hashes, as far as they are kept here and the reader may see them, and of the photographs of these
 * exhibits the working copies: an original is in it only where it was granted to the reader. In the order of their hashes, each once.
 */
export async function keptFiles(
  context: Context,
  hashes: readonly string[],
  exhibits: readonly string[],
): Promise<KeptFiles> {
  const files = new Map<string, BundledFile>(
    hashes.map((sha256) => [sha256, { sha256, bytes: null, copy: null }] as const),
  )
  const read: KeptFiles['read'][number][] = []
  let room = MOST_BYTES
  for (const { id, recovery, kind, sha256, bytes, copied, granted } of await rowsOf(context, hashes, exhibits)) {
    const known = files.get(sha256) ?? { sha256, bytes: null, copy: null }
    files.set(sha256, known)
    if (known.bytes !== null || known.copy !== null) continue
    if ((kind === 'scan' || granted) && bytes <= room) {
      room -= bytes
      files.set(sha256, { ...known, bytes: await contentOf(context, id) })
      if (kind === 'photograph') read.push({ id, recovery, sha256, what: 'original' })
    } else if (kind === 'photograph' && copied !== null && copied <= room) {
      room -= copied
      files.set(sha256, { ...known, copy: await copyOf(context, id) })
      read.push({ id, recovery, sha256, what: 'copy' })
    }
  }
  return { files: [...files.values()].sort((one, other) => (one.sha256 < other.sha256 ? -1 : 1)), read }
}
