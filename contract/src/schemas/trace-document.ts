import { AUDIENCES } from '@proofmark/domain/may-leave'
import * as z from 'zod'
import { DOCUMENT_FORMS } from '../document-words.ts'
import { DOCUMENT_LANGUAGES, type DocumentLanguage } from '../locales.ts'
import { day, grounds, identifier, name } from './common.ts'

const languages = Object.keys(DOCUMENT_LANGUAGES) as [DocumentLanguage, ...DocumentLanguage[]]

export const traceDocumentRequest = z.strictObject({
  trace: identifier,
  form: z.enum(DOCUMENT_FORMS),
  /** Of the request, or of the last reply to it. */
  of: z.enum(['request', 'reply']).default('request'),
  language: z.enum(languages).default('en'),
  /** To whom it is to go: handling codes decide whether it may. */
  audience: z.enum(AUDIENCES).default('addressee'),
  /** Who there permitted this audience: held against what was noted of it, and refused where that says otherwise. */
  permission: z.strictObject({ by: name, until: day.nullable() }).optional(),
  grounds,
})
export type TraceDocumentRequest = z.input<typeof traceDocumentRequest>
