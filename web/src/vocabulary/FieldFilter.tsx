import { VOCABULARY_FIELDS, type VocabularyField } from '@proofmark/domain/vocabulary-field'
import { Field } from '../common/Field.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './VocabularyPage.module.css'

interface FieldFilterProps {
  readonly field: VocabularyField | null
  readonly onChoose: (field: VocabularyField | null) => void
}

/** Of which field texts and decisions are shown. */
export function FieldFilter({ field, onChoose }: FieldFilterProps) {
  const { say } = useLanguage()
  return (
    <div className={styles.filter}>
      <Field label={say('vocabulary.field')}>
        {(control) => (
          <select
            {...control}
            name="field"
            value={field ?? ''}
            onChange={(event) => onChoose(VOCABULARY_FIELDS.find((one) => one === event.target.value) ?? null)}
          >
            <option value="">{say('vocabulary.field_all')}</option>
            {VOCABULARY_FIELDS.map((one) => (
              <option key={one} value={one}>
                {say(`vocabulary.field.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  )
}
