import type { Catalogue } from '@proofmark/contract/messages'
import type { DeskCatalogue } from '../frame/language.tsx'

type Loading = Promise<{ readonly default: Catalogue }>

/** The words of an entry, which recording in the field shares, and its own. */
async function together(...parts: readonly Loading[]): Loading {
  const loaded = await Promise.all(parts)
  return { default: Object.assign({}, ...loaded.map((part) => part.default)) }
}

/** What recording in the field and the pages of recoveries say. */
export const FIELD_CATALOGUE: DeskCatalogue = {
  en: () =>
    together(
      import('@proofmark/contract/messages/en/entry.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/en/field.json', { with: { type: 'json' } }),
    ),
  fr: () =>
    together(
      import('@proofmark/contract/messages/fr/entry.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/fr/field.json', { with: { type: 'json' } }),
    ),
  ar: () =>
    together(
      import('@proofmark/contract/messages/ar/entry.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/ar/field.json', { with: { type: 'json' } }),
    ),
}
