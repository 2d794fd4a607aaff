import type { Catalogue } from '@proofmark/contract/messages'
import type { DeskCatalogue } from '../frame/language.tsx'

type Loading = Promise<{ readonly default: Catalogue }>

async function together(...parts: readonly Loading[]): Loading {
  const loaded = await Promise.all(parts)
  return { default: Object.assign({}, ...loaded.map((part) => part.default)) }
}

/** What the pages of recoveries and exhibits say: the words of the field, of entries and of custody. */
export const RECOVERIES_CATALOGUE: DeskCatalogue = {
  en: () =>
    together(
      import('@proofmark/contract/messages/en/custody.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/en/entry.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/en/field.json', { with: { type: 'json' } }),
    ),
  fr: () =>
    together(
      import('@proofmark/contract/messages/fr/custody.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/fr/entry.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/fr/field.json', { with: { type: 'json' } }),
    ),
  ar: () =>
    together(
      import('@proofmark/contract/messages/ar/custody.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/ar/entry.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/ar/field.json', { with: { type: 'json' } }),
    ),
}
