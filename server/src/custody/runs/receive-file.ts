import { createHash } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import { HEIC_HEAD, isHeic } from '@proofmark/contract/heic'
import { PART_LIMIT } from '@proofmark/contract/schemas/photograph'
import type { Run } from '../../access/context.ts'
import { readPictureInTurn } from '../../pictures/read-in-turn.ts'
import { needFile } from '../commands/begin-file.ts'
import { keepPart } from '../commands/keep-part.ts'
import { type Examined, settleFile } from '../commands/settle-file.ts'
import { type EvidenceFile, originalOf } from '../queries/files.ts'
import { findRecovery, standingOf, versionsOf } from '../queries/recoveries.ts'

const PDF = Buffer.from('%PDF-', 'latin1')

async function isAnonymous(run: Run, recovery: string): Promise<boolean> {
  return run(async (context) => {
    const found = await findRecovery(context, recovery)
    return found !== null && (standingOf(await versionsOf(context, found.id))?.form.anonymous ?? false)
  })
}

/**
 * Looks at what arrived: is it what the device took, and is it a picture? A scan may be a document as well, without copies; so
 * may a photograph in a form that nothing here reads, since it may be the only one there will ever be.
 */
async function examine(run: Run, file: EvidenceFile): Promise<Examined> {
  const hash = createHash('sha256')
  let head = Buffer.alloc(0)
  for await (const part of originalOf(run, file.id)) {
    if (head.length < HEIC_HEAD) head = Buffer.concat([head, part.subarray(0, HEIC_HEAD)])
    hash.update(part)
  }
  if (!hash.digest().equals(file.sha256)) return { refused: 'hash_differs' }
  if (file.kind === 'scan' && head.subarray(0, PDF.length).equals(PDF))
    return { mediaType: 'application/pdf', copies: {} }
  const picture = await readPictureInTurn(originalOf(run, file.id))
  if ('refused' in picture) {
    if (picture.refused !== 'no_picture' || !isHeic(head)) return { refused: picture.refused }
    if (await isAnonymous(run, file.recovery)) return { refused: 'location_unknown' }
    return { mediaType: 'image/heic', copies: {} }
  }
  // Of a surrender without identity even the sealed original must not say where it was taken.
  if (picture.bearsLocation && (await isAnonymous(run, file.recovery))) return { refused: 'bears_location' }
  return { mediaType: picture.mediaType, copies: { copy: picture.copy, preview: picture.preview } }
}

/** The bytes of a part. Throws `file_too_large` beyond what is taken at once. */
async function partOf(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const bytes of content) {
    size += bytes.length
    if (size > PART_LIMIT) throw new ProofmarkError('file_too_large', { bytes: size, limit: PART_LIMIT })
    parts.push(bytes)
  }
  return Buffer.concat(parts)
}

/**
 * Takes the next part of a file; with the last one it is examined, and kept or refused. Where the connection breaks, the
 * parts that arrived stay, and whoever asks is told from which byte to go on.
 */
export async function receivePart(
  run: Run,
  file: string,
  from: number,
  content: AsyncIterable<Uint8Array>,
): Promise<EvidenceFile> {
  const bytes = await partOf(content)
  const now = await run((context) => keepPart(context, file, from, bytes))
  if (now.state !== 'arriving' || now.received < now.bytes) return now
  const examined = await examine(run, now)
  return run((context) => settleFile(context, now.id, examined))
}

/** How far a file has come; one that arrived whole as its server ended is examined now. */
export async function stateOfFile(run: Run, file: string): Promise<EvidenceFile> {
  const now = await run((context) => needFile(context, file))
  if (now.state !== 'arriving' || now.received < now.bytes) return now
  return receivePart(run, file, now.bytes, none())
}

async function* none(): AsyncGenerator<Uint8Array> {}
