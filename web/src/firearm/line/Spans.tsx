import { Go } from '../../frame/Go.tsx'
import { useLanguage } from '../../frame/language.tsx'
import styles from './LifeLine.module.css'
import type { Place } from './labels.ts'
import type { DrawnGap, DrawnSpan } from './lanes.ts'
import { startOfSpan } from './layout.ts'
import type { Extent } from './scale.ts'
import type { StopOf } from './stop.ts'
import { along, figuresFor } from './style.ts'
import type { useLineTexts } from './texts.ts'

interface SpansProps {
  readonly lane: 'hands' | 'state'
  readonly spans: readonly DrawnSpan[]
  readonly gaps: readonly DrawnGap[]
  readonly texts: ReturnType<typeof useLineTexts>
  /** Of the texts, on the screen and in print. */
  readonly places: readonly [readonly (Place | null)[], readonly (Place | null)[]]
  readonly stop: StopOf
}

/** Of a shorter bar the outline would be all that is seen; its event wears the ring. In per cent of the line. */
const LEAST_OUTLINED = 3

const KINDS = { maker: 'trade', trade: 'trade', transit: 'trade', private: 'private' } as const

function kindOf({ span: { custodian } }: DrawnSpan): 'trade' | 'private' | 'store' {
  return custodian === 'state_stock' || custodian === 'state_custody' ? 'store' : KINDS[custodian]
}

/** From the first day that is drawn of it to the last: where the pointer finds it. */
function wholeOf({ proven, unseen }: DrawnSpan): Extent | null {
  if (!proven) return unseen
  return unseen ? { ...proven, end: unseen.end } : proven
}

const figuresOf = (place: Place | null | undefined) => ({
  level: place?.level ?? 0,
  side: place?.side === 'before' ? 1 : 0,
  label: place ? 'block' : 'none',
})

/** A lane of hands: a bar as far as records prove them, dashed where nothing is seen of it, and the gaps between. */
export function Spans({ lane, spans, gaps, texts, places: [onScreen, inPrint], stop }: SpansProps) {
  const { say } = useLanguage()
  return (
    <>
      <p className={styles.name} data-lane={lane}>
        {say(`firearm.lane.${lane}`)}
      </p>
      <div className={`${styles.lane} ${styles[lane]}`}>
        {gaps.map(({ gap, extent }) => (
          <span key={`${gap.from} ${gap.to}`} className={styles.gap} style={along(extent.start, extent.end)}>
            <span>{say('firearm.line.gap')}</span>
          </span>
        ))}
        {spans.length === 0 && gaps.length === 0 && <p className={styles.none}>{say('firearm.line.none_on_record')}</p>}
        <ol>
          {spans.map((drawn, place) => {
            const { proven, unseen, working, span } = drawn
            const whole = wholeOf(drawn)
            const [record] = span.records
            if (!whole || !record) return null
            return (
              <li key={record.record} style={figuresFor(figuresOf(onScreen[place]), figuresOf(inPrint[place]))}>
                {unseen && (
                  <span
                    className={styles.unseen}
                    data-open-end={unseen.openEnd}
                    style={along(unseen.start, unseen.end)}
                  />
                )}
                {proven && (
                  <span
                    className={`${styles.bar} ${styles[kindOf(drawn)]}`}
                    data-working={working && proven.end - proven.start > LEAST_OUTLINED}
                    style={along(proven.start, proven.end)}
                  />
                )}
                <span aria-hidden="true" className={styles.holderStem} style={along(startOfSpan(drawn))} />
                <span aria-hidden="true" className={styles.holder} style={along(startOfSpan(drawn))}>
                  {texts.span(drawn)}
                </span>
                <Go
                  {...stop(`${lane}-${place}`)}
                  to={`/records/${record.record}`}
                  label={texts.spokenSpan(drawn)}
                  className={styles.reach}
                  style={along(whole.start, whole.end)}
                >
                  {null}
                </Go>
              </li>
            )
          })}
        </ol>
      </div>
    </>
  )
}
