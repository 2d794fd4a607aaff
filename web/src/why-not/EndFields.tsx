import type { Source } from '@proofmark/contract/schemas/source'
import { directionOf } from '../common/direction.ts'
import { Field } from '../common/Field.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import type { EndDraft } from './ends.ts'
import styles from './WhyNotPage.module.css'

interface EndFieldsProps {
  readonly legend: string
  readonly end: EndDraft
  readonly sources: readonly Source[]
  readonly onChange: (end: EndDraft) => void
}

/** One of the two records: by source and key, or come by its address. */
export function EndFields({ legend, end, sources, onChange }: EndFieldsProps) {
  const { say } = useLanguage()
  return (
    <fieldset className={styles.end}>
      <legend>{legend}</legend>
      {'record' in end ? (
        <p className={styles.chosen}>
          <Go to={`/records/${end.record}`}>
            <Identifier mono>{end.record.slice(0, 8)}</Identifier>
          </Go>
        </p>
      ) : (
        <>
          <Field label={say('why_not.source')}>
            {(control) => (
              <select
                {...control}
                name="source"
                value={end.source}
                onChange={(event) => onChange({ ...end, source: event.target.value })}
              >
                <option value="" disabled>
                  {say('common.choose')}
                </option>
                {sources.map(({ id, name, agency }) => (
                  <option key={id} value={id}>
                    {`${name} · ${agency}`}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={say('why_not.key_of')}>
            {(control) => (
              <input
                {...control}
                name="key"
                dir={directionOf(end.key)}
                value={end.key}
                maxLength={200}
                autoComplete="off"
                onChange={(event) => onChange({ ...end, key: event.target.value })}
              />
            )}
          </Field>
        </>
      )}
    </fieldset>
  )
}
