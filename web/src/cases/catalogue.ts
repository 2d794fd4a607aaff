import type { Catalogue } from '@proofmark/contract/messages'
import type { DeskCatalogue } from '../frame/language.tsx'

type Loading = Promise<{ readonly default: Catalogue }>

/** One catalogue of several. */
export async function together(...parts: readonly Loading[]): Loading {
  const loaded = await Promise.all(parts)
  return { default: Object.assign({}, ...loaded.map((part) => part.default)) }
}

/** What the desk of cases says, with the words of traces, of findings and of grades. */
export const CASES_CATALOGUE: DeskCatalogue = {
  en: () =>
    together(
      import('@proofmark/contract/messages/en/traces.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/en/life.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/en/cases.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/en/evaluation.json', { with: { type: 'json' } }),
    ),
  fr: () =>
    together(
      import('@proofmark/contract/messages/fr/traces.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/fr/life.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/fr/cases.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/fr/evaluation.json', { with: { type: 'json' } }),
    ),
  ar: () =>
    together(
      import('@proofmark/contract/messages/ar/traces.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/ar/life.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/ar/cases.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/ar/evaluation.json', { with: { type: 'json' } }),
    ),
}
