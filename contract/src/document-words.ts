/** In which forms a trace leaves the house. `3312` and `iarms` are shaped after those forms; no conformance is claimed. */
export const DOCUMENT_FORMS = ['pdf', '3312', 'iarms', 'json'] as const
export type DocumentForm = (typeof DOCUMENT_FORMS)[number]
