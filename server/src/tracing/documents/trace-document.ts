import type { DocumentForm } from '@proofmark/contract/document-words'
import type { DocumentLanguage } from '@proofmark/contract/locales'
import type { TraceReplyMessage, TraceRequestMessage } from '@proofmark/contract/schemas/trace-message'
import type { Audience } from '@proofmark/domain/may-leave'
import { canonicalJson, type PlainData } from '@proofmark/proofs/canonical'
import type { Pen } from '../../paper/pen.ts'
import { type Printing, printSheet } from '../../paper/print-sheet.ts'
import { type Dossier, type Leaving, whatLeaves } from './dossier.ts'
import { layOut, layOutCase } from './print/lay-out.ts'
import { shape3312 } from './spreadsheets/shape-3312.ts'
import { shapeIarms } from './spreadsheets/shape-iarms.ts'

export interface TraceDocument {
  readonly file: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export interface AskedDocument {
  readonly form: DocumentForm
  readonly language: DocumentLanguage
  readonly audience: Audience
}

const canonical = (value: unknown): Uint8Array => canonicalJson(JSON.parse(JSON.stringify(value)) as PlainData)

/** The message as data: canonical, so that its hash is always the same. */
export const dataOf = ({ request, reply }: Leaving): Uint8Array => canonical(reply ?? request)

/** A request or a reply as PDF, the message attached as data. */
export function printDossier(
  leaving: Leaving,
  language: DocumentLanguage,
  printing: Printing = {},
): Promise<Uint8Array> {
  const file = leaving.reply === null ? 'trace-request.json' : 'trace-reply.json'
  return printSheet((pen, hash) => layOut(pen, leaving, file, hash), language, file, dataOf(leaving), printing)
}

/** A request with replies to it as one PDF, all messages attached as data. What may be printed was decided before. */
export function printCase(
  request: TraceRequestMessage,
  replies: readonly TraceReplyMessage[],
  language: DocumentLanguage,
): Promise<Uint8Array> {
  const file = 'trace.json'
  const sheetOf = (pen: Pen, hash: string) => layOutCase(pen, request, replies, file, hash)
  return printSheet(sheetOf, language, file, canonical({ request, replies }))
}

/** What leaves, in one of its forms. Throws `document_too_large` and `document_not_set`. */
export async function writeDocument(
  leaving: Leaving,
  form: DocumentForm,
  language: DocumentLanguage,
): Promise<TraceDocument> {
  const { request, reply } = leaving
  const name = `${reply === null ? 'trace-request' : 'trace-reply'}-${(reply ?? request).id}`
  if (form === 'pdf')
    return { file: `${name}.pdf`, mediaType: 'application/pdf', bytes: await printDossier(leaving, language) }
  if (form === 'json') return { file: `${name}.json`, mediaType: 'application/json', bytes: dataOf(leaving) }
  const text = form === '3312' ? shape3312(request) : shapeIarms(request, reply)
  return { file: `${name}-${form}.csv`, mediaType: 'text/csv; charset=utf-8', bytes: Buffer.from(text) }
}

/**
 * A trace as a document in one of its forms, as far as its handling codes let it leave to the audience. Throws
 * `handling_forbids` where they forbid it, `document_too_large` and `document_not_set`.
 */
export const traceDocument = async (
  dossier: Dossier,
  { form, language, audience }: AskedDocument,
): Promise<TraceDocument> => writeDocument(whatLeaves(dossier, audience), form, language)
