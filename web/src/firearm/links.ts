import type { LifeShow } from '@proofmark/contract/schemas/life'

/** How the records of a life are joined to the one that it is seen from. */
export interface Links {
  /** `alone`: there is no other; `confirmed`: named persons judged them all; `working`: a model alone joins them; `mixed`. */
  readonly kind: 'alone' | 'confirmed' | 'working' | 'mixed'
  readonly confirmed: number
  readonly working: number
}

export function linksOf({ events }: Pick<LifeShow, 'events'>): Links {
  const of = (link: string) => events.filter((event) => event.link === link).length
  const [confirmed, working] = [of('confirmed'), of('working')]
  if (confirmed + working === 0) return { kind: 'alone', confirmed, working }
  if (working === 0) return { kind: 'confirmed', confirmed, working }
  return { kind: confirmed === 0 ? 'working' : 'mixed', confirmed, working }
}
