import { LEGAL_BASES, type LegalBasis } from '@proofmark/contract/purposes'
import type { AgencyDesk } from '@proofmark/contract/schemas/agency'
import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { directionOf } from '../common/direction.ts'
import { Field } from '../common/Field.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Conditions } from './Conditions.tsx'
import { lacksOf, type ReleaseDraft, releaseDays } from './draft.ts'
import styles from './Releases.module.css'

interface ReleaseFormProps {
  readonly agencies: readonly AgencyDesk[]
  readonly draft: ReleaseDraft
  readonly busy: boolean
  readonly onChange: (draft: ReleaseDraft) => void
  readonly onSend: () => void
}

/** To which agency a record is released, until when and on which terms. */
export function ReleaseForm({ agencies, draft, busy, onChange, onSend }: ReleaseFormProps) {
  const { say } = useLanguage()
  const [tried, setTried] = useState(false)
  const today = new Date().toISOString().slice(0, 10)
  const days = releaseDays(today)
  const lacks = lacksOf(draft, today)
  const change = (part: Partial<ReleaseDraft>) => onChange({ ...draft, ...part })
  const missing = (name: 'to' | 'until') =>
    tried && lacks[name]
      ? { reason: say(`releases.${name}_missing`), accepted: say(`releases.${name}_accepted`, { ...days }) }
      : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!busy && !lacks.to && !lacks.until) onSend()
  }
  const written = (name: 'note' | 'reference', label: string, longest: number) => (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          name={`release-${name}`}
          dir={directionOf(draft[name])}
          value={draft[name]}
          maxLength={longest}
          autoComplete="off"
          onChange={(event) => change({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <p className={styles.told}>{say('releases.told')}</p>
      <Field label={say('releases.to')} error={missing('to')}>
        {(control) => (
          <select
            {...control}
            name="release-to"
            required
            value={draft.to}
            onChange={(event) => change({ to: event.target.value })}
          >
            <option value="" disabled>
              {say('common.choose')}
            </option>
            {agencies.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say('releases.until')} hint={say('releases.until_hint')} error={missing('until')}>
        {(control) => (
          <input
            {...control}
            name="release-until"
            type="date"
            required
            min={days.first}
            max={days.last}
            value={draft.until}
            onChange={(event) => change({ until: event.target.value })}
          />
        )}
      </Field>
      <Conditions chosen={draft.conditions} onChange={(conditions) => change({ conditions })} />
      {written('note', say('releases.note'), 500)}
      {written('reference', say('common.reference'), 120)}
      <Field label={say('releases.basis')}>
        {(control) => (
          <select
            {...control}
            name="release-basis"
            value={draft.basis}
            onChange={(event) => change({ basis: event.target.value as LegalBasis | '' })}
          >
            <option value="">{say('releases.basis_none')}</option>
            {LEGAL_BASES.map((code) => (
              <option key={code} value={code}>
                {say(`word.basis.${code}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button weight="main" type="submit" disabled={busy}>
        {say('releases.send')}
      </Button>
    </form>
  )
}
