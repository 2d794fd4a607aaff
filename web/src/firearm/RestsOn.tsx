import type { LifeShow, RecordReference } from '@proofmark/contract/schemas/life'
import { Identifier } from '../common/Identifier.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { EventSign } from './EventSign.tsx'
import styles from './RestsOn.module.css'
import { shapeOf } from './shape.ts'
import { useEventNames } from './useEventNames.ts'

interface RestsOnProps {
  /** What the records are to what is said: `firearm.rests_on` where nothing else is. */
  readonly id?: string
  readonly records: readonly RecordReference[]
  readonly life: LifeShow
}

/** The records on which something rests: by their numbers in the life, those beside it by source and key. */
export function RestsOn({ id = 'firearm.rests_on', records, life }: RestsOnProps) {
  const { say } = useLanguage()
  const { spoken } = useEventNames(life)
  if (records.length === 0) return null
  return (
    <div className={styles.rests}>
      <span>{say(id)}</span>
      <ul>
        {records.map((reference) => {
          const place = life.events.findIndex(({ record }) => record === reference.record)
          const event = life.events[place]
          return (
            <li key={reference.record}>
              {event ? (
                <Go to={`/records/${reference.record}`} label={spoken(event, place + 1)} className={styles.sign}>
                  <EventSign shape={shapeOf(event)} number={place + 1} working={event.link === 'working'} />
                </Go>
              ) : (
                <Go to={`/firearms/${reference.record}`}>
                  <bdi>{reference.source}</bdi> <Identifier mono>{reference.key}</Identifier>
                </Go>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
