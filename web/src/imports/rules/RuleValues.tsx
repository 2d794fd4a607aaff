import { Button } from '../../common/Button.tsx'
import { directionOf } from '../../common/direction.ts'
import { numbered } from '../../common/numbered.ts'
import { useLanguage } from '../../frame/language.tsx'
import type { RuleDraft } from './draft.ts'
import styles from './Rules.module.css'

interface RuleValuesProps {
  readonly values: RuleDraft['values']
  /** What the first rows of the file say there, to begin with. */
  readonly seen: readonly string[]
  readonly error: { readonly reason: string; readonly accepted: string } | null
  readonly onChange: (values: RuleDraft['values']) => void
}

/** Words of the source and what each means; blank where it means that nothing is stated. */
export function RuleValues({ values, seen, error, onChange }: RuleValuesProps) {
  const { say, figures } = useLanguage()
  const unnamed = seen.filter((value) => values.every(([said]) => said !== value))
  const put = (at: number, pair: readonly [string, string]) =>
    onChange(values.map((each, place) => (place === at ? pair : each)))
  return (
    <div className={styles.values}>
      <h4>{say('imports.rules.values')}</h4>
      <p className={styles.how}>{say('imports.rules.values_how')}</p>
      {numbered(values).map(({ place, value: [said, means] }) => {
        const number = figures.count(place + 1)
        return (
          <p key={place} className={styles.pair}>
            <input
              aria-label={say('imports.rules.said', { number })}
              value={said}
              maxLength={120}
              dir={directionOf(said)}
              autoComplete="off"
              placeholder={say('imports.rules.said_short')}
              onChange={({ target }) => put(place, [target.value, means])}
            />
            <input
              aria-label={say('imports.rules.means', { number })}
              value={means}
              maxLength={500}
              dir={directionOf(means)}
              autoComplete="off"
              placeholder={say('imports.rules.means_short')}
              onChange={({ target }) => put(place, [said, target.value])}
            />
            <Button
              weight="word"
              aria-label={say('imports.rules.remove_value', { number })}
              onClick={() => onChange(values.filter((_, at) => at !== place))}
            >
              {say('imports.rules.remove')}
            </Button>
          </p>
        )
      })}
      {error && (
        <p className={styles.wrong} role="alert">
          <strong>{error.reason}</strong> {error.accepted}
        </p>
      )}
      <p className={styles.acts}>
        <Button weight="word" onClick={() => onChange([...values, ['', '']])}>
          {say('imports.rules.add_value')}
        </Button>
        {unnamed.length > 0 && (
          <Button
            weight="word"
            onClick={() => onChange([...values, ...unnamed.map((value) => [value, value] as const)])}
          >
            {say('imports.rules.add_seen', { count: unnamed.length, figure: figures.count(unnamed.length) })}
          </Button>
        )}
      </p>
    </div>
  )
}
