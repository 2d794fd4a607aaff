import * as z from 'zod'
import { LOCALES, type Locale } from '../locales.ts'
import { grounds, identifier } from './common.ts'

const languages = Object.keys(LOCALES) as [Locale, ...Locale[]]

export const traceEvidenceRequest = z.strictObject({
  trace: identifier,
  /** In which the page is written that says how to check the package. */
  language: z.enum(languages).default('en'),
  grounds,
})
export type TraceEvidenceRequest = z.input<typeof traceEvidenceRequest>
