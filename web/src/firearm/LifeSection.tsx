import type { LifeShow } from '@proofmark/contract/schemas/life'
import { useId } from 'react'
import states from '../common/State.module.css'
import { useLanguage } from '../frame/language.tsx'
import styles from './LifeSection.module.css'
import { LifeLine } from './line/LifeLine.tsx'
import type { Lanes } from './line/lanes.ts'

interface LifeSectionProps {
  readonly life: LifeShow
  /** Null: no record of it bears a date. */
  readonly lanes: Lanes | null
  /** The identifier of the table that says the same. */
  readonly table: string
  readonly onTable: (number: number) => void
  readonly onWindow: (index: number) => void
}

const KEYS = ['event', 'record', 'table'] as const

/** The life as a picture, or why there is none. */
export function LifeSection({ life, lanes, table, onTable, onWindow }: LifeSectionProps) {
  const { say, figures } = useLanguage()
  const heading = useId()
  const undated = life.events.length - (lanes?.events.length ?? 0)
  return (
    <section aria-labelledby={heading} className={styles.section}>
      <header className={styles.header}>
        <h2 id={heading}>{say('firearm.life')}</h2>
        {lanes && (
          <p className={styles.keys} aria-hidden="true">
            {KEYS.map((key) => (
              <span key={key}>
                <kbd dir="ltr">{say(`firearm.press.${key}`)}</kbd> {say(`firearm.key.${key}`)}
              </span>
            ))}
          </p>
        )}
      </header>
      {lanes ? (
        <LifeLine
          life={life}
          lanes={lanes}
          labelledBy={heading}
          describedBy={table}
          onTable={onTable}
          onWindow={onWindow}
        />
      ) : (
        <div className={states.state}>
          <p>{say('firearm.life_empty')}</p>
          <p className={states.more}>{say('firearm.life_empty_how')}</p>
        </div>
      )}
      {lanes && undated > 0 && (
        <p className={styles.undated}>{say('firearm.undated', { count: undated, figure: figures.count(undated) })}</p>
      )}
    </section>
  )
}
