import type { FileRefusal, FileStateWord, PhotographView } from '@proofmark/contract/recovery-words'
import type { Context } from '../../access/context.ts'

export interface EvidenceFile {
  readonly id: string
  readonly vis: number
  readonly recovery: string
  readonly exhibit: string | null
  readonly kind: 'photograph' | 'scan'
  readonly view: PhotographView
  readonly sha256: Buffer
  readonly bytes: number
  readonly received: number
  readonly state: FileStateWord
  readonly reason: FileRefusal | null
  readonly mediaType: string | null
  readonly width: number | null
  readonly height: number | null
  readonly by: string
  readonly at: Date
}

const FILES = `
  SELECT f.id, f.vis, f.recovery_id AS recovery, f.exhibit_id AS exhibit, f.kind, f.photograph_view AS view, f.sha256,
    f.bytes, f.received, f.state, f.reason, f.media_type AS "mediaType", c.width, c.height, a.name AS by,
    f.opened_at AS at
  FROM evidence_file f JOIN account a ON a.id = f.sent_by
  LEFT JOIN evidence_file_copy c ON c.file_id = f.id AND c.size = 'copy'`

/** The file, where the reader may see it. */
export async function findFile({ client }: Context, id: string): Promise<EvidenceFile | null> {
  const { rows } = await client.query<EvidenceFile>(`${FILES} WHERE f.id = $1`, [id])
  return rows[0] ?? null
}

/** The photographs and scans of a recovery, in the order in which they were announced. */
export async function filesOf({ client }: Context, recovery: string): Promise<EvidenceFile[]> {
  const { rows } = await client.query<EvidenceFile>(`${FILES} WHERE f.recovery_id = $1 ORDER BY f.opened_at, f.id`, [
    recovery,
  ])
  return rows
}

/** The original, part by part, each in a transaction of its own. */
export async function* originalOf(
  run: <Result>(work: (context: Context) => Promise<Result>) => Promise<Result>,
  file: string,
): AsyncGenerator<Uint8Array> {
  for (let at = 0; ; ) {
    const part = await run(({ query }) =>
      query
        .selectFrom('evidence_file_part')
        .select('content')
        .where('file_id', '=', file)
        .where('starts_at', '=', at)
        .executeTakeFirst(),
    )
    if (!part) return
    at += part.content.length
    yield part.content
  }
}
