import type { Source } from '@proofmark/contract/schemas/source'
import type { PairEnd } from '@proofmark/contract/schemas/why-not'

/** One of the two records as it is being chosen: come by its address, or by source and key. */
export type EndDraft =
  | { readonly record: string }
  | {
      /** The source's identifier; empty until one is chosen. */
      readonly source: string
      readonly key: string
    }

export const EMPTY_END: EndDraft = { source: '', key: '' }

export const endOf = (record: string | null): EndDraft => (record === null ? EMPTY_END : { record })

/** The record as the server is asked for it; null where it is not yet named. */
export function namedEnd(draft: EndDraft, sources: readonly Source[]): PairEnd | null {
  if ('record' in draft) return draft
  const source = sources.find(({ id }) => id === draft.source)
  const key = draft.key.trim()
  return source && key !== '' ? { source: source.name, agency: source.agency, key } : null
}
