import type { AgencyDesk } from '@proofmark/contract/schemas/agency'
import { useId } from 'react'
import { useLanguage } from '../frame/language.tsx'
import styles from './AskDesks.module.css'

interface DeskChoiceProps {
  readonly agencies: readonly AgencyDesk[]
  /** Those that are left out; all others are asked. */
  readonly left: ReadonlySet<string>
  readonly wrong: 'none' | 'too_many' | null
  readonly most: number
  readonly onLeave: (left: ReadonlySet<string>) => void
}

/** The desks that are asked: all of them, until some are left out. */
export function DeskChoice({ agencies, left, wrong, most, onLeave }: DeskChoiceProps) {
  const { say, figures } = useLanguage()
  const id = useId()
  const toggle = (agency: string, asked: boolean) =>
    onLeave(new Set(asked ? [...left].filter((each) => each !== agency) : [...left, agency]))
  const figure = { chosen: figures.count(agencies.length - left.size), most: figures.count(most) }
  return (
    <fieldset className={styles.desks} aria-describedby={wrong ? `${id}-wrong` : undefined}>
      <legend>{say('ask_desks.to')}</legend>
      {agencies.map(({ id: agency, name, desk }) => (
        <label key={agency}>
          <input
            type="checkbox"
            name="desk"
            checked={!left.has(agency)}
            onChange={(event) => toggle(agency, event.target.checked)}
          />
          <span>
            <bdi className={styles.agency}>{name}</bdi>
            <span className={styles.desk}>
              <bdi>{desk}</bdi>
            </span>
          </span>
        </label>
      ))}
      {wrong && (
        <p id={`${id}-wrong`} className={styles.error}>
          <strong>{say(`ask_desks.${wrong}`, figure)}</strong> {say('ask_desks.to_accepted', figure)}
        </p>
      )}
    </fieldset>
  )
}
