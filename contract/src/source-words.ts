/** What other agencies learn of a source: its records, that it has one and whom to ask, or nothing. */
export const SOURCE_VISIBILITIES = ['open', 'pointer', 'silent'] as const
export type SourceVisibility = (typeof SOURCE_VISIBILITIES)[number]

/** Handling codes of article 29 of the Europol Regulation, kept in the original scheme (DOMAIN 2.12). */
export const HANDLING_CODES = ['H0', 'H1', 'H2', 'H3'] as const
export type HandlingCode = (typeof HANDLING_CODES)[number]
