import { TEXT_SHOWN_BYTES } from '@proofmark/contract/case-desk-words'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Run } from '../../access/context.ts'
import { readPictureInTurn } from '../../pictures/read-in-turn.ts'
import { admitToView } from '../commands/case-documents.ts'
import { contentOf } from '../queries/documents.ts'
import { beginningOf } from '../rules/document-view.ts'
import { inUtf8 } from '../rules/plain-text.ts'

/** What is shown of a document: never the file, but what was read of it. */
export interface ViewedDocument {
  readonly file: string
  readonly mediaType: 'image/jpeg' | 'text/plain; charset=utf-8'
  readonly bytes: Buffer
}

async function beginning(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of content) {
    parts.push(part)
    size += part.length
    // One byte more says whether a character goes on.
    if (size > TEXT_SHOWN_BYTES) break
  }
  return inUtf8(beginningOf(Buffer.concat(parts), TEXT_SHOWN_BYTES))
}

/**
 * Shows a document: a picture written anew from its pixels by the process for pictures, or the beginning of a text as text.
 * The look is an entry of the log before the first byte. Throws as `admitToView`, and `document_not_shown` for a picture that
 * cannot be read.
 */
export async function viewDocument(run: Run, document: string): Promise<ViewedDocument> {
  const { id, view, mediaType } = await run((context) => admitToView(context, document))
  if (view === 'text')
    return { file: `${id}.txt`, mediaType: 'text/plain; charset=utf-8', bytes: await beginning(contentOf(run, id)) }
  const picture = await readPictureInTurn(contentOf(run, id))
  if ('refused' in picture) throw new ProofmarkError('document_not_shown', { mediaType: mediaType ?? '' })
  return { file: `${id}.jpg`, mediaType: 'image/jpeg', bytes: picture.copy.bytes }
}
