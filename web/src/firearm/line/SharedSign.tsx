import type { LifeShow } from '@proofmark/contract/schemas/life'
import { Go } from '../../frame/Go.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { EventSign } from '../EventSign.tsx'
import { shapeOf } from '../shape.ts'
import { useEventNames } from '../useEventNames.ts'
import styles from './LifeLine.module.css'
import type { DrawnEvent } from './lanes.ts'
import type { Sign } from './signs.ts'
import type { StopOf } from './stop.ts'
import type { useLineTexts } from './texts.ts'

interface SharedSignProps {
  readonly sign: Sign
  readonly life: LifeShow
  readonly events: readonly DrawnEvent[]
  readonly texts: ReturnType<typeof useLineTexts>
  readonly stop: StopOf
}

/** The events of an open sign one by one, under the picture: each a stop of the arrow keys in its turn. */
export function SharedSign({ sign, life, events, texts, stop }: SharedSignProps) {
  const { say } = useLanguage()
  const { spoken } = useEventNames(life)
  const drawn = sign.places.map((place) => events[place]!)
  return (
    <div className={styles.opened}>
      <p>{say('firearm.line.opened', { numbers: texts.numbers(drawn.map(({ number }) => number)) })}</p>
      <ol>
        {drawn.map((each) => {
          const { event, number } = each
          const { name, more } = texts.event(each)
          return (
            <li key={event.record}>
              <Go {...stop(`event-${number}`)} to={`/records/${event.record}`} label={spoken(event, number)}>
                <EventSign shape={shapeOf(event)} number={number} working={event.link === 'working'} />
              </Go>
              <span aria-hidden="true">
                <strong>{name}</strong> <bdi>{more}</bdi>
              </span>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
