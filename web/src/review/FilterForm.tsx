import { REVIEW_KINDS } from '@proofmark/contract/review-words'
import { Field } from '../common/Field.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './Queue.module.css'
import type { Filters } from './useReview.ts'

interface FilterFormProps {
  readonly filters: Filters
  readonly sources: readonly string[]
  readonly agencies: readonly { readonly id: string; readonly name: string }[]
  readonly onChange: (filters: Filters) => void
}

/** Which pairs are wanted; each choice is asked for at once. */
export function FilterForm({ filters, sources, agencies, onChange }: FilterFormProps) {
  const { say } = useLanguage()
  const choice = (name: 'kind' | 'source' | 'agency', options: readonly (readonly [string, string])[]) => (
    <Field label={say(`review.filter.${name}`)}>
      {(control) => (
        <select
          {...control}
          name={name}
          value={filters[name]}
          onChange={(event) => onChange({ ...filters, [name]: event.target.value })}
        >
          <option value="">{say('review.filter.any')}</option>
          {options.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
  return (
    <div className={styles.form}>
      {choice(
        'kind',
        REVIEW_KINDS.map((kind) => [kind, say(`review.kind.${kind}`)]),
      )}
      {choice(
        'source',
        sources.map((name) => [name, name]),
      )}
      {choice(
        'agency',
        agencies.map(({ id, name }) => [id, name]),
      )}
      <label className={styles.mine}>
        <input
          type="checkbox"
          name="mine"
          checked={filters.mine}
          onChange={(event) => onChange({ ...filters, mine: event.target.checked })}
        />{' '}
        {say('review.filter.mine')}
      </label>
    </div>
  )
}
