import { REVIEW_KINDS } from '@proofmark/contract/review-words'
import { useCallback } from 'react'
import { Field } from '../common/Field.tsx'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import styles from './Queue.module.css'
import type { Filters } from './useReview.ts'

interface FilterFormProps {
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
}

/** Which pairs are wanted; each choice is asked for at once. */
export function FilterForm({ filters, onChange }: FilterFormProps) {
  const { say } = useLanguage()
  const ask = useCallback(
    (signal: AbortSignal) =>
      Promise.all([api('sourceList', undefined, {}, signal), api('agencyList', undefined, {}, signal)]),
    [],
  )
  const [asked] = useAsked(ask)
  const [sources, agencies] =
    asked.kind === 'answered'
      ? [
          [...new Set(asked.answer[0].sources.map(({ name }) => name))],
          [asked.answer[1].own, ...asked.answer[1].agencies].filter((each) => each !== null),
        ]
      : [[], []]
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
