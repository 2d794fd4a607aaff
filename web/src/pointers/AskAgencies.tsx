import type { AnswerError } from '@proofmark/contract/client'
import type { DescribableItem } from '@proofmark/contract/described-item'
import type { LegalBasis } from '@proofmark/contract/purposes'
import type { Pointer } from '@proofmark/contract/schemas/pointer'
import type { Session } from '@proofmark/contract/schemas/session'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { answerError, api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './AskAgencies.module.css'
import { AskingFields } from './AskingFields.tsx'
import { ASKERS } from './askers.ts'
import { PointerRows } from './PointerRows.tsx'
import type { SentQuestion } from './question.ts'
import { TooWeak } from './TooWeak.tsx'

interface AskAgenciesProps {
  readonly record: string
  /** What was read of it: what desks are told where its mark identifies too little to ask by. */
  readonly read: DescribableItem
  readonly session: Session
  readonly reference: string
  /** Where it may be asked by several records: which of them it is. */
  readonly choice?: ReactNode
}

type Asked =
  | { readonly kind: 'not-yet' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'answered'; readonly pointers: readonly Pointer[] }
  | { readonly kind: 'failed'; readonly error: AnswerError }

/**
 * The question whether another agency keeps a record of the firearm of one of our own records: on a click, with a
 * legal basis and a reference, never by a pattern, never by itself.
 */
export function AskAgencies({ record, read, session, reference: suggested, choice }: AskAgenciesProps) {
  const { say } = useLanguage()
  const id = useId()
  const [open, setOpen] = useState(false)
  const [basis, setBasis] = useState<LegalBasis | null>(null)
  const [reference, setReference] = useState(suggested)
  const [tried, setTried] = useState(false)
  // What came of it stays with the record that it was asked by.
  const [allAsked, setAllAsked] = useState<Readonly<Record<string, Asked>>>({})
  const [allSent, setAllSent] = useState<Readonly<Record<string, SentQuestion | null>>>({})
  const asked: Asked = allAsked[record] ?? { kind: 'not-yet' }
  const setAsked = (now: Asked) => setAllAsked((before) => ({ ...before, [record]: now }))
  if (!holdsOne(session, ASKERS)) return null

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

  const change = (part: { readonly basis?: LegalBasis; readonly reference?: string }) => {
    if (part.basis) setBasis(part.basis)
    if (part.reference !== undefined) setReference(part.reference)
  }
  const weak = asked.kind === 'failed' && asked.error.code === 'mark_too_weak' ? asked.error : null

  return (
    <div className={styles.ask}>
      <Button aria-expanded={open} aria-controls={`${id}-ask`} onClick={() => setOpen(!open)}>
        {say('pointer.ask')}
      </Button>
      <div id={`${id}-ask`} hidden={!open}>
        {open && choice}
        {open && asked.kind !== 'answered' && !weak && (
          <form className={styles.form} noValidate onSubmit={ask}>
            <p className={styles.told}>{say('pointer.told')}</p>
            <AskingFields basis={basis} reference={reference} tried={tried} onChange={change} />
            <Button weight="main" type="submit" disabled={asked.kind === 'asking'}>
              {say('pointer.send')}
            </Button>
          </form>
        )}
        {open && asked.kind === 'failed' && !weak && <Failed error={asked.error} onAgain={() => ask()} />}
        {open && weak && (
          <TooWeak
            error={weak}
            session={session}
            subject={{ record, read }}
            grounds={{ basis, reference }}
            onGrounds={change}
            sent={allSent[record] ?? null}
            onSent={(sent) => setAllSent((before) => ({ ...before, [record]: sent }))}
          />
        )}
        <div role="status">{open && asked.kind === 'answered' && <PointerRows pointers={asked.pointers} />}</div>
      </div>
    </div>
  )
}
