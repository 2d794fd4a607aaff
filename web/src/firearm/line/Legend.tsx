import { useLanguage } from '../../frame/language.tsx'
import { EventSign } from '../EventSign.tsx'
import { type Shape, shapeOf } from '../shape.ts'
import styles from './Legend.module.css'
import type { Lanes } from './lanes.ts'

const SHAPES: readonly Shape[] = ['record', 'sighting', 'recovery', 'departure', 'contradiction']

/** What the shapes and bars of this picture mean; those that it does not have are left out. */
export function Legend({ lanes }: { readonly lanes: Lanes }) {
  const { say } = useLanguage()
  const { hands, state, events, gaps } = lanes
  const spans = [...hands, ...state]
  const shown = new Set(events.map(({ event }) => shapeOf(event)))
  const isWorking = events.some(({ event }) => event.link === 'working')
  const bars = [
    ['trade', hands.some(({ span }) => span.custodian !== 'private')],
    ['private', hands.some(({ span }) => span.custodian === 'private')],
    ['state', state.length > 0],
    ['unseen', spans.some(({ unseen }) => unseen !== null)],
    ['gap', gaps.length > 0],
    ['interval', events.some(({ extent }) => extent.end > extent.start)],
    ['open', [...events, ...lanes.windows].some(({ extent }) => extent.openStart || extent.openEnd)],
    ['working', isWorking],
  ] as const
  return (
    <figcaption className={styles.legend}>
      <ul>
        {bars.map(
          ([name, isShown]) =>
            isShown && (
              <li key={name}>
                <span className={styles[name]} />
                {say(`firearm.legend.${name}`)}
              </li>
            ),
        )}
        {SHAPES.filter((shape) => shown.has(shape)).map((shape) => (
          <li key={shape}>
            <EventSign shape={shape} number={null} />
            {say(`firearm.legend.${shape}`)}
          </li>
        ))}
      </ul>
    </figcaption>
  )
}
