import { createHash } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context, Run } from '../../access/context.ts'
import { needAgency } from '../../access/policy/agency.ts'
import { needRole } from '../../access/policy/role.ts'
import { beginImport } from '../commands/begin-import.ts'
import { getImport } from '../queries/find-import.ts'
import { profileToImportBy } from '../queries/find-profile.ts'
import { getSource, type KnownSource } from '../queries/find-source.ts'

/** Bytes of one row of the upload, and how many such rows a transaction keeps. */
const CHUNK_BYTES = 1024 * 1024

export interface Upload {
  readonly source: string
  readonly file: string
  readonly content: AsyncIterable<Uint8Array>
  /** The version of the source's profile to import by; the last one where none is named. */
  readonly profile?: number | undefined
  /** An upload that broke off: `content` are the bytes from `from` on. */
  readonly goOn?: { readonly import: string; readonly from: number } | undefined
}

async function openUpload(context: Context, { source: name, file, profile, goOn }: Upload) {
  needRole(context.reader, ['recorder', 'data_steward'])
  if (!goOn) {
    const source = await getSource(context, name)
    needAgency(context.reader, source.agency)
    const saved = await profileToImportBy(context, source.id, profile)
    const beginning = { source, file, bytes: null, sha256: null, profileVersion: saved?.version ?? null }
    return { id: await beginImport(context, beginning, 'receiving'), source, received: 0 }
  }
  const { source, state, bytesDone } = await getImport(context, goOn.import)
  if (state !== 'receiving') throw new ProofmarkError('import_not_open', { import: goOn.import, state })
  if (bytesDone !== goOn.from)
    throw new ProofmarkError('value_not_listed', {
      field: 'from',
      value: String(goOn.from),
      accepted: String(bytesDone),
    })
  return { id: goOn.import, source, received: bytesDone }
}

async function keepChunk(context: Context, id: string, { vis }: KnownSource, at: number, content: Buffer) {
  await context.query
    .insertInto('upload_chunk')
    .values({ import_id: id, number: Math.floor(at / CHUNK_BYTES), vis, content })
    .execute()
  await context.query
    .updateTable('import_run')
    .set({ bytes_done: String(at + content.length) })
    .where('id', '=', id)
    .where('state', '=', 'receiving')
    .execute()
}

/** The bytes in pieces of exactly one chunk, the last one shorter. */
async function* inChunks(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = []
  let size = 0
  for await (let bytes of content) {
    while (size + bytes.length >= CHUNK_BYTES) {
      const room = CHUNK_BYTES - size
      yield Buffer.concat([...parts, bytes.subarray(0, room)])
      bytes = bytes.subarray(room)
      parts = []
      size = 0
    }
    parts.push(bytes)
    size += bytes.length
  }
  if (size > 0) yield Buffer.concat(parts)
}

/**
 * Keeps a file that comes through the browser until it is imported: only then is it safe to close the page. Where the
 * connection breaks, whole chunks stay, and the upload can be gone on with from the last of them or taken back. Answers
 * the import's number.
 */
export async function receiveUpload(run: Run, upload: Upload): Promise<string> {
  const { id, source, received } = await run((context) => openUpload(context, upload))
  let at = received
  for await (const chunk of inChunks(upload.content)) {
    await run((context) => keepChunk(context, id, source, at, chunk))
    at += chunk.length
  }
  const hash = createHash('sha256')
  for await (const bytes of uploadedContent(run, id)) hash.update(bytes)
  await run(async ({ query }) => {
    await query
      .updateTable('import_run')
      .set({ state: 'stopped', bytes_done: '0', file_bytes: at, file_sha256: hash.digest() })
      .where('id', '=', id)
      .where('state', '=', 'receiving')
      .execute()
  })
  return id
}

/** The bytes of an upload, one chunk at a time. */
export async function* uploadedContent(run: Run, id: string): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number++) {
    const chunk = await run(({ query }) =>
      query
        .selectFrom('upload_chunk')
        .select('content')
        .where('import_id', '=', id)
        .where('number', '=', number)
        .executeTakeFirst(),
    )
    if (!chunk) return
    yield chunk.content
  }
}

/** Throws `import_file_absent` where the file of an import is not kept: it came by the shell, or its import has ended. */
export async function needUpload(context: Context, id: string): Promise<void> {
  const kept = await context.query
    .selectFrom('upload_chunk')
    .select('number')
    .where('import_id', '=', id)
    .where('number', '=', 0)
    .executeTakeFirst()
  if (!kept) throw new ProofmarkError('import_file_absent', { import: id })
}
