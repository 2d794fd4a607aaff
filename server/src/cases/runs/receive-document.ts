import { createHash } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import { PART_LIMIT } from '@proofmark/contract/schemas/photograph'
import type { Run } from '../../access/context.ts'
import { keepDocumentPart, needDocument, settleDocument } from '../commands/case-documents.ts'
import { type CaseDocument, contentOf } from '../queries/documents.ts'
import { documentKind } from '../rules/document-kind.ts'

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

/** One document is examined at a time: the largest takes its whole size of memory. */
let turn: Promise<unknown> = Promise.resolve()
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const done = turn.then(work, work)
  turn = done.catch(() => {})
  return done
}

/** The bytes of a document that has arrived whole. */
export async function wholeDocument(run: Run, document: string): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of contentOf(run, document)) parts.push(part)
  return Buffer.concat(parts)
}

async function examine(run: Run, { id, sha256 }: CaseDocument) {
  const bytes = await wholeDocument(run, id)
  if (!createHash('sha256').update(bytes).digest().equals(sha256)) return { refused: 'hash_differs' } as const
  return documentKind(bytes)
}

async function settle(run: Run, document: CaseDocument): Promise<CaseDocument> {
  if (document.state !== 'arriving' || document.received < document.bytes) return document
  const examined = await inTurn(() => examine(run, document))
  return run((context) => settleDocument(context, document.id, examined))
}

/** Takes the next part of a document; with the last one it is examined, and sealed or refused. */
export async function receiveDocument(
  run: Run,
  document: string,
  from: number,
  content: AsyncIterable<Uint8Array>,
): Promise<CaseDocument> {
  const bytes = await partOf(content)
  return settle(run, await run((context) => keepDocumentPart(context, document, from, bytes)))
}

/** How far a document has come; one that arrived whole as its server ended is examined now. */
export async function stateOfDocument(run: Run, document: string): Promise<CaseDocument> {
  return settle(run, await run((context) => needDocument(context, document)))
}
