import { RELEASE_CONDITIONS, type ReleaseCondition } from '@proofmark/contract/release-conditions'
import { useLanguage } from '../frame/language.tsx'
import styles from './Releases.module.css'

interface ConditionsProps {
  readonly chosen: readonly ReleaseCondition[]
  readonly onChange: (chosen: readonly ReleaseCondition[]) => void
}

/** What the owner asks of whoever receives the record. */
export function Conditions({ chosen, onChange }: ConditionsProps) {
  const { say } = useLanguage()
  return (
    <fieldset className={styles.conditions}>
      <legend>{say('releases.conditions')}</legend>
      {RELEASE_CONDITIONS.map((condition) => (
        <label key={condition}>
          <input
            type="checkbox"
            name="condition"
            checked={chosen.includes(condition)}
            onChange={({ target }) =>
              onChange(
                RELEASE_CONDITIONS.filter((each) => (each === condition ? target.checked : chosen.includes(each))),
              )
            }
          />
          {say(`word.release_condition.${condition}`)}
        </label>
      ))}
    </fieldset>
  )
}
