import type { Context } from '../../access/context.ts'
import type { BundledFile } from '../rules/bundle-files.ts'

/** So many bytes of files at most go into one bundle; of what is beyond it the hash is named. */
const MOST_BYTES = 200 * 1024 * 1024

interface Row {
  id: string
  kind: 'photograph' | 'scan'
  sha256: string
  bytes: number
}

async function contentOf({ client }: Context, file: string): Promise<Uint8Array> {
  const { rows } = await client.query<{ content: Buffer }>(
    'SELECT content FROM evidence_file_part WHERE file_id = $1 ORDER BY starts_at',
    [file],
  )
  return Buffer.concat(rows.map(({ content }) => content))
}

/**
 * The scans with these hashes, as far as they are kept here and the reader may see them, and the photographs of these exhibits by hash alone: an
 * original needs a grant of its own. In the order of their hashes, each once.
 */
export async function keptFiles(
  context: Context,
  hashes: readonly string[],
  exhibits: readonly string[],
): Promise<BundledFile[]> {
  const { rows } = await context.client.query<Row>(
    `SELECT id, kind, encode(sha256, 'hex') AS sha256, bytes FROM evidence_file
     WHERE state = 'kept' AND (encode(sha256, 'hex') = ANY ($1::text[]) OR exhibit_id = ANY ($2::uuid[]))
     ORDER BY sha256, id`,
    [hashes, exhibits],
  )
  const files = new Map<string, Uint8Array | null>(hashes.map((sha256) => [sha256, null]))
  let room = MOST_BYTES
  for (const { id, kind, sha256, bytes } of rows) {
    const given = kind === 'scan' && !files.get(sha256) && bytes <= room
    if (given) room -= bytes
    if (given) files.set(sha256, await contentOf(context, id))
    else if (!files.has(sha256)) files.set(sha256, null)
  }
  return [...files]
    .map(([sha256, bytes]) => ({ sha256, bytes }))
    .sort((one, other) => (one.sha256 < other.sha256 ? -1 : 1))
}
