import { ProofmarkError } from '@proofmark/contract/errors'
import { DOCUMENT_LIMIT, type DocumentBeginRequest } from '@proofmark/contract/schemas/case-document'
import { sql } from 'kysely'
import type { Context } from '../../access/context.ts'
import { needCase } from '../policy/case-part.ts'
import { type CaseDocument, findDocument } from '../queries/documents.ts'
import type { DocumentKind } from '../rules/document-kind.ts'
import { type DocumentView, viewOf } from '../rules/document-view.ts'
import { classFor } from './case-classes.ts'
import { holdCase } from './hold-case.ts'

type NewDocument = Omit<DocumentBeginRequest, 'grounds'>

const holdDocument = ({ client }: Context, id: string) =>
  client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`document ${id}`])

/** The document, with its case. Throws `role_needed`, and `not_found` for one that is hidden or is not there. */
export async function needDocument(context: Context, id: string): Promise<CaseDocument> {
  const found = await findDocument(context, id.toLowerCase())
  if (!found) throw new ProofmarkError('not_found', { what: id })
  await needCase(context, found.case)
  return found
}

/**
 * Announces a document, with the hash of its bytes, which follow in parts. The same again answers how far it has come.
 * Throws as `holdCase`, `file_too_large`, and `file_id_used` where the identifier stands for another.
 */
export async function beginDocument(context: Context, input: NewDocument): Promise<CaseDocument> {
  const { query, reader, audit } = context
  if (input.bytes > DOCUMENT_LIMIT)
    throw new ProofmarkError('file_too_large', { bytes: input.bytes, limit: DOCUMENT_LIMIT })
  const id = input.document.toLowerCase()
  const { file } = await holdCase(context, input)
  await holdDocument(context, id)
  const before = await findDocument(context, id)
  if (
    before &&
    before.case === file.id &&
    before.bytes === input.bytes &&
    before.sha256.toString('hex') === input.sha256
  )
    return before
  if (before) throw new ProofmarkError('file_id_used', { file: id })
  const made = await query
    .insertInto('case_document')
    .values({
      id,
      case_id: file.id,
      vis: await classFor(context, input.compartment?.toLowerCase() ?? file.id),
      agency_id: reader.agency?.id ?? null,
      name: input.name,
      about: input.about,
      sha256: Buffer.from(input.sha256, 'hex'),
      bytes: input.bytes,
      sent_by: reader.account,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) throw new ProofmarkError('file_id_used', { file: id })
  await audit({
    action: 'document.announced',
    subjects: [id, file.id],
    body: { sha256: input.sha256, bytes: input.bytes },
  })
  return (await findDocument(context, id))!
}

/**
 * Keeps the next part of a document; one that is there already is passed over. Only who announced it sends it: anybody else
 * could spoil it, or finish it in their name. Throws `document_not_yours`, `file_too_large` for more bytes than were announced, and
 * `file_part_misplaced` where something before it is missing.
 */
export async function keepDocumentPart(
  context: Context,
  document: string,
  from: number,
  content: Buffer,
): Promise<CaseDocument> {
  const { query } = context
  await holdDocument(context, document.toLowerCase())
  const found = await needDocument(context, document)
  const { id, received, bytes, state } = found
  if (found.sentBy !== context.reader.account) throw new ProofmarkError('document_not_yours', { name: found.by })
  if (state !== 'arriving' || from + content.length <= received) return found
  await holdCase(context, { case: found.case })
  // While it waited for its turn the document may have been withdrawn.
  const { vis } = await needDocument(context, document)
  if (from > received) throw new ProofmarkError('file_part_misplaced', { from, received })
  const rest = content.subarray(received - from)
  if (received + rest.length > bytes)
    throw new ProofmarkError('file_too_large', { bytes: received + rest.length, limit: bytes })
  await query
    .insertInto('case_document_part')
    .values({ document_id: id, starts_at: received, vis, content: rest })
    .execute()
  await query
    .updateTable('case_document')
    .set({ received: received + rest.length })
    .where('id', '=', id)
    .execute()
  return { ...found, received: received + rest.length }
}

/** Settles what arrived whole: sealed, or refused and its bytes let go, since whoever sent it still has them. */
export async function settleDocument(
  context: Context,
  document: string,
  examined: DocumentKind | { readonly refused: 'hash_differs' },
): Promise<CaseDocument> {
  const { query, audit } = context
  await holdDocument(context, document)
  const found = await needDocument(context, document)
  if (found.state !== 'arriving') return found
  const settled_at = sql<Date>`clock_timestamp()`
  const settle = query.updateTable('case_document').where('id', '=', found.id)
  const subjects = [found.id, found.case]
  if ('refused' in examined) {
    await settle.set({ state: 'refused', reason: examined.refused, settled_at }).execute()
    await query.deleteFrom('case_document_part').where('document_id', '=', found.id).execute()
    await audit({ action: 'document.refused', subjects, body: { reason: examined.refused } })
  } else {
    const { mediaType, caution } = examined
    await settle.set({ state: 'kept', media_type: mediaType, caution, settled_at }).execute()
    await audit({
      action: 'document.kept',
      subjects,
      body: { sha256: found.sha256.toString('hex'), bytes: found.bytes, caution },
    })
  }
  return needDocument(context, document)
}

/**
 * Settles that the reader looks at a document here, and as what, before its first byte leaves. Throws `not_found`,
 * `document_sealed` for one with a caution, and `document_not_shown` for what is taken away alone.
 */
export async function admitToView(
  context: Context,
  document: string,
): Promise<CaseDocument & { readonly view: DocumentView }> {
  const found = await needDocument(context, document)
  if (found.state !== 'kept') throw new ProofmarkError('not_found', { what: document })
  if (found.caution !== null) throw new ProofmarkError('document_sealed', { caution: found.caution })
  const view = viewOf(found.mediaType, found.caution)
  if (view === null) throw new ProofmarkError('document_not_shown', { mediaType: found.mediaType ?? '' })
  await context.audit({
    action: 'document.viewed',
    subjects: [found.id, found.case],
    body: { sha256: found.sha256.toString('hex'), view },
  })
  return { ...found, view }
}

/**
 * Settles that the reader may have a document, before its first byte leaves. Throws `not_found`, and `document_sealed` for
 * one with a caution that is not asked for as sealed evidence.
 */
export async function admitToDocument(context: Context, document: string, sealed: boolean): Promise<CaseDocument> {
  const found = await needDocument(context, document)
  if (found.state !== 'kept') throw new ProofmarkError('not_found', { what: document })
  if (found.caution !== null && !sealed) throw new ProofmarkError('document_sealed', { caution: found.caution })
  await context.audit({
    action: 'document.taken',
    subjects: [found.id, found.case],
    body: { sha256: found.sha256.toString('hex'), sealed },
  })
  return found
}
