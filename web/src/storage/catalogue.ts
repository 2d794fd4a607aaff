import type { Catalogue } from '@proofmark/contract/messages'
import type { DeskCatalogue } from '../frame/language.tsx'

type Loading = Promise<{ readonly default: Catalogue }>

async function together(...parts: readonly Loading[]): Loading {
  const loaded = await Promise.all(parts)
  return { default: Object.assign({}, ...loaded.map((part) => part.default)) }
}

/** What the pages of stores, stock and campaigns say, with the words of custody. */
export const STORAGE_CATALOGUE: DeskCatalogue = {
  en: () =>
    together(
      import('@proofmark/contract/messages/en/custody.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/en/storage.json', { with: { type: 'json' } }),
    ),
  fr: () =>
    together(
      import('@proofmark/contract/messages/fr/custody.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/fr/storage.json', { with: { type: 'json' } }),
    ),
  ar: () =>
    together(
      import('@proofmark/contract/messages/ar/custody.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/ar/storage.json', { with: { type: 'json' } }),
    ),
}
