import { Button } from '../../common/Button.tsx'
import { directionOf } from '../../common/direction.ts'
import { Field } from '../../common/Field.tsx'
import { numbered } from '../../common/numbered.ts'
import { useLanguage } from '../../frame/language.tsx'
import { columnsWith, type RulePart } from './draft.ts'
import styles from './Rules.module.css'

interface RulePartsProps {
  readonly parts: readonly RulePart[]
  readonly headings: readonly string[]
  /** May a text that always stands there be a part? */
  readonly texts: boolean
  readonly error: { readonly reason: string; readonly accepted: string } | null
  readonly onChange: (parts: readonly RulePart[]) => void
}

const MOST = 20
/** What no heading is: the choice of a text in place of a column. */
const TEXT = ' text'

/** The parts of a join, in their order. */
export function RuleParts({ parts, headings, texts, error, onChange }: RulePartsProps) {
  const { say, figures } = useLanguage()
  const put = (at: number, part: RulePart) => onChange(parts.map((each, place) => (place === at ? part : each)))
  return (
    <>
      {numbered(parts).map(({ place, value: part }) => {
        const number = figures.count(place + 1)
        return (
          <Field
            key={place}
            label={say('imports.rules.part', { number })}
            error={error && ('column' in part ? part.column : part.constant).trim() === '' ? error : null}
          >
            {(control) => (
              <span className={styles.pair}>
                <select
                  {...control}
                  name="rule_part"
                  value={'column' in part ? part.column : TEXT}
                  onChange={({ target }) =>
                    put(place, target.value === TEXT ? { constant: '' } : { column: target.value })
                  }
                >
                  <option value="">{say('imports.rules.choose')}</option>
                  {columnsWith(headings, 'column' in part ? part.column : '').map((heading) => (
                    <option key={heading} value={heading}>
                      {heading}
                    </option>
                  ))}
                  {texts && <option value={TEXT}>{say('imports.rules.own_text')}</option>}
                </select>
                {'constant' in part && (
                  <input
                    className={control.className}
                    aria-label={say('imports.rules.text_of', { number })}
                    value={part.constant}
                    maxLength={500}
                    dir={directionOf(part.constant)}
                    autoComplete="off"
                    onChange={({ target }) => put(place, { constant: target.value })}
                  />
                )}
                {parts.length > 2 && (
                  <Button
                    weight="word"
                    aria-label={say('imports.rules.remove_part', { number })}
                    onClick={() => onChange(parts.filter((_, at) => at !== place))}
                  >
                    {say('imports.rules.remove')}
                  </Button>
                )}
              </span>
            )}
          </Field>
        )
      })}
      {parts.length < MOST && (
        <p className={styles.add}>
          <Button weight="word" onClick={() => onChange([...parts, { column: '' }])}>
            {say('imports.rules.add_part')}
          </Button>
        </p>
      )}
    </>
  )
}
