import type { Catalogue } from '@proofmark/contract/messages'
import type { DeskCatalogue } from '../frame/language.tsx'

type Loaded = Promise<{ readonly default: Catalogue }>

const merged = async (...parts: readonly Loaded[]): Loaded => ({
  default: Object.assign({}, ...(await Promise.all(parts)).map((part) => part.default)),
})

/** What the exchange desk says itself, the words of messages and of agreements, and those of traces. */
export const EXCHANGE_CATALOGUE: DeskCatalogue = {
  en: () =>
    merged(
      import('@proofmark/contract/messages/en/traces.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/en/exchange.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/en/known.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/en/exchange-desk.json', { with: { type: 'json' } }),
    ),
  fr: () =>
    merged(
      import('@proofmark/contract/messages/fr/traces.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/fr/exchange.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/fr/known.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/fr/exchange-desk.json', { with: { type: 'json' } }),
    ),
  ar: () =>
    merged(
      import('@proofmark/contract/messages/ar/traces.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/ar/exchange.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/ar/known.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/ar/exchange-desk.json', { with: { type: 'json' } }),
    ),
}
