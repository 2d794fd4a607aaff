import type { AnswerError } from '@proofmark/contract/client'
import { LEGAL_BASES, type LegalBasis } from '@proofmark/contract/purposes'
import type { Role } from '@proofmark/contract/roles'
import type { Pointer } from '@proofmark/contract/schemas/pointer'
import type { Session } from '@proofmark/contract/schemas/session'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { directionOf } from '../common/direction.ts'
import { Failed } from '../common/Failed.tsx'
import { Field } from '../common/Field.tsx'
import { answerError, api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './AskAgencies.module.css'
import { PointerRows } from './PointerRows.tsx'

interface AskAgenciesProps {
  readonly record: string
  readonly session: Session
  readonly reference: string
}

type Asked =
  | { readonly kind: 'not-yet' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'answered'; readonly pointers: readonly Pointer[] }
  | { readonly kind: 'failed'; readonly error: AnswerError }

const ASKERS: readonly Role[] = ['trace_officer', 'analyst']

/**
 * The question whether another agency keeps a record of the firearm of one of our own records: on a click, with a
 * legal basis and a reference, never by a pattern, never by itself.
 */
export function AskAgencies({ record, session, reference: suggested }: AskAgenciesProps) {
  const { say } = useLanguage()
  const id = useId()
  const [open, setOpen] = useState(false)
  const [basis, setBasis] = useState<LegalBasis | null>(null)
  const [reference, setReference] = useState(suggested)
  const [tried, setTried] = useState(false)
  const [asked, setAsked] = useState<Asked>({ kind: 'not-yet' })
  if (!session.roles.some((role) => ASKERS.includes(role))) return null

  const ask = (event?: FormEvent) => {
    event?.preventDefault()
    setTried(true)
    if (!basis || reference.trim() === '') return
    setAsked({ kind: 'asking' })
    api('pointerAsk', { record, basis, reference: reference.trim() }).then(
      ({ pointers }) => setAsked({ kind: 'answered', pointers }),
      (thrown: unknown) => setAsked({ kind: 'failed', error: answerError(thrown) }),
    )
  }

  const lacksBasis = tried && !basis
  const lacksReference = tried && reference.trim() === ''
  return (
    <div className={styles.ask}>
      <Button aria-expanded={open} aria-controls={`${id}-ask`} onClick={() => setOpen(!open)}>
        {say('pointer.ask')}
      </Button>
      <div id={`${id}-ask`} hidden={!open}>
        {open && asked.kind !== 'answered' && (
          <form className={styles.form} noValidate onSubmit={ask}>
            <p className={styles.told}>{say('pointer.told')}</p>
            <Field
              label={say('pointer.basis')}
              error={
                lacksBasis ? { reason: say('pointer.basis_missing'), accepted: say('pointer.basis_accepted') } : null
              }
            >
              {(control) => (
                <select
                  {...control}
                  required
                  value={basis ?? ''}
                  onChange={(event) => setBasis(event.target.value as LegalBasis)}
                >
                  <option value="" disabled>
                    {say('common.choose')}
                  </option>
                  {LEGAL_BASES.map((code) => (
                    <option key={code} value={code}>
                      {say(`word.basis.${code}`)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field
              label={say('common.reference')}
              error={
                lacksReference
                  ? { reason: say('pointer.reference_missing'), accepted: say('pointer.reference_accepted') }
                  : null
              }
            >
              {(control) => (
                <input
                  {...control}
                  required
                  dir={directionOf(reference)}
                  value={reference}
                  maxLength={120}
                  autoComplete="off"
                  onChange={(event) => setReference(event.target.value)}
                />
              )}
            </Field>
            <Button weight="main" type="submit" disabled={asked.kind === 'asking'}>
              {say('pointer.send')}
            </Button>
          </form>
        )}
        {open && asked.kind === 'failed' && <Failed error={asked.error} onAgain={() => ask()} />}
        <div role="status">{open && asked.kind === 'answered' && <PointerRows pointers={asked.pointers} />}</div>
      </div>
    </div>
  )
}
