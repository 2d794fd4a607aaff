import type { DeskCatalogue } from '../../frame/language.tsx'
import { together } from '../catalogue.ts'

/** What the pages of persons and things say, with the words of grades. */
export const THINGS_CATALOGUE: DeskCatalogue = {
  en: () =>
    together(
      import('@proofmark/contract/messages/en/things.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/en/evaluation.json', { with: { type: 'json' } }),
    ),
  fr: () =>
    together(
      import('@proofmark/contract/messages/fr/things.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/fr/evaluation.json', { with: { type: 'json' } }),
    ),
  ar: () =>
    together(
      import('@proofmark/contract/messages/ar/things.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/ar/evaluation.json', { with: { type: 'json' } }),
    ),
}
