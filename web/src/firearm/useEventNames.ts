import type { LifeEvent, LifeShow } from '@proofmark/contract/schemas/life'
import { useLanguage } from '../frame/language.tsx'

/** How events are called: in a label, and aloud. */
export function useEventNames({ events }: Pick<LifeShow, 'events'>) {
  const { say, figures } = useLanguage()
  const date = ({ from, to }: Pick<LifeEvent, 'from' | 'to'>) =>
    figures.span({ from, to }) ?? say('common.date_unknown')
  const numberOf = (record: string) => events.findIndex((event) => event.record === record) + 1
  return {
    date,
    numberOf,
    /** `7 of 10, theft reported, March to June 2020, Losses and thefts T-00031, working link`. */
    spoken: (event: LifeEvent, number: number): string =>
      [
        say('firearm.spoken.place', { number, count: events.length }),
        say(`word.event.${event.kind}`),
        date(event),
        event.place,
        `${event.source} ${event.key}`,
        event.link === 'working' ? say('firearm.link.working') : null,
        event.contradicts.length > 0
          ? say('firearm.contradicts', { numbers: event.contradicts.map(numberOf).join(figures.comma) })
          : null,
      ]
        .filter((part) => part !== null)
        .join(figures.comma),
  }
}
