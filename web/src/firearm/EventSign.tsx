import styles from './EventSign.module.css'
import type { Shape } from './shape.ts'

const PATHS: Readonly<Record<Shape, string>> = {
  record: 'M14 4.5a9.5 9.5 0 1 0 .01 0z',
  sighting: 'M14 4.5a9.5 9.5 0 1 0 .01 0z',
  recovery: 'M5 5h18v18H5z',
  departure: 'M.8 3.5h26.4L14 26.8z',
  contradiction: 'M14 2.5 25.5 14 14 25.5 2.5 14z',
}

interface EventSignProps {
  readonly shape: Shape
  /** Null: the shape alone, in a legend. */
  readonly number: number | null
  /** Joined by a model's link that no person has judged: it wears a dashed ring. */
  readonly working?: boolean
}

/** The number of an event in its shape. Says nothing aloud; whatever it stands in names the event. */
export function EventSign({ shape, number, working = false }: EventSignProps) {
  return (
    <svg viewBox="0 0 28 28" className={styles[shape]} aria-hidden="true">
      {working && <circle cx="14" cy="14" r="13.2" className={styles.ring} />}
      <path d={PATHS[shape]} />
      <text x="14" y={shape === 'departure' ? 14.2 : 18.3} textAnchor="middle">
        {number}
      </text>
    </svg>
  )
}
