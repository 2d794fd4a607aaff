import type { Catalogue } from '@proofmark/contract/messages'
import type { DeskCatalogue } from '../frame/language.tsx'

type Loaded = Promise<{ readonly default: Catalogue }>

/** What the page says itself, and the words of a life that the server's sentences use too. */
const both = async (own: Loaded, life: Loaded) => ({ default: { ...(await life).default, ...(await own).default } })

/** What the page of a firearm says. */
export const FIREARM_CATALOGUE: DeskCatalogue = {
  en: () =>
    both(
      import('@proofmark/contract/messages/en/firearm.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/en/life.json', { with: { type: 'json' } }),
    ),
  fr: () =>
    both(
      import('@proofmark/contract/messages/fr/firearm.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/fr/life.json', { with: { type: 'json' } }),
    ),
  ar: () =>
    both(
      import('@proofmark/contract/messages/ar/firearm.json', { with: { type: 'json' } }),
      import('@proofmark/contract/messages/ar/life.json', { with: { type: 'json' } }),
    ),
}
