import type { Purpose } from '@proofmark/contract/purposes'
import type { Session } from '@proofmark/contract/schemas/session'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Field } from '../common/Field.tsx'
import { GroundsFields } from '../common/GroundsFields.tsx'
import { Section } from '../common/Section.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './LogPage.module.css'
import type { Asked } from './useLog.ts'

interface LogFormProps {
  readonly session: Session
  readonly draft: LogDraft
  readonly onChange: (draft: LogDraft) => void
  readonly onRead: (asked: Asked) => void
  /** Names of people whose trail may be asked for. */
  readonly people: readonly string[]
}

export interface LogDraft {
  readonly account: string
  readonly subject: string
  readonly purpose: Purpose | null
  readonly reference: string
}

const IDENTIFIER = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What a draft asks for; null where it lacks a purpose or names no identifier. */
export function askedBy({ account, subject, purpose, reference }: LogDraft): Asked | null {
  const about = subject.trim().toLowerCase()
  if (purpose === null || (about !== '' && !IDENTIFIER.test(about))) return null
  const cited = reference.trim()
  return {
    account: account.trim() || null,
    subject: about || null,
    grounds: { purpose, ...(cited === '' ? {} : { reference: cited }) },
  }
}

/** Whose trail, or what was seen of which record, and why one looks: reading the log is itself logged. */
export function LogForm({ session, draft, onChange, onRead, people }: LogFormProps) {
  const { say } = useLanguage()
  const [tried, setTried] = useState(false)
  const list = useId()
  const about = draft.subject.trim()
  const unreadable = tried && about !== '' && !IDENTIFIER.test(about)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    const asked = askedBy(draft)
    if (asked) onRead(asked)
    else event.currentTarget.querySelector<HTMLElement>(`[name="${draft.purpose ? 'subject' : 'purpose'}"]`)?.focus()
  }
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <Section heading={say('log.what')} ruled={false}>
        <Field label={say('log.account')} hint={say('log.account_hint')}>
          {(control) => (
            <input
              {...control}
              name="account"
              list={list}
              value={draft.account}
              maxLength={120}
              autoComplete="off"
              onChange={(event) => onChange({ ...draft, account: event.target.value })}
            />
          )}
        </Field>
        <datalist id={list}>
          {people.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Field
          label={say('log.subject')}
          hint={say('log.subject_hint')}
          error={unreadable ? { reason: say('log.subject_unreadable'), accepted: say('log.subject_accepted') } : null}
        >
          {(control) => (
            <input
              {...control}
              name="subject"
              dir="ltr"
              value={draft.subject}
              maxLength={60}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => onChange({ ...draft, subject: event.target.value })}
            />
          )}
        </Field>
      </Section>
      <Section heading={say('common.grounds')} aside={say('log.logged')} ruled={false}>
        <GroundsFields
          purposes={session.purposes}
          purpose={draft.purpose}
          reference={draft.reference}
          missing={tried && draft.purpose === null}
          onChange={(part) => onChange({ ...draft, ...part })}
        />
        <p className={styles.begin}>
          <Button weight="main" type="submit">
            {say('log.read')}
          </Button>
        </p>
      </Section>
    </form>
  )
}
