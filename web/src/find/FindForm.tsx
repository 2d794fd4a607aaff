import type { Session } from '@proofmark/contract/schemas/session'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { GroundsFields } from '../common/GroundsFields.tsx'
import { Section } from '../common/Section.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { MarkField } from '../mark/MarkField.tsx'
import { AskAboutMark } from './AskAboutMark.tsx'
import styles from './FindForm.module.css'
import { Known } from './Known.tsx'
import type { FindDesk } from './useFind.ts'
import { WeakMark } from './WeakMark.tsx'

/** What is left of the mark beside what else is known and why one looks; Enter in any of them searches. */
export function FindForm({ desk, session }: { readonly desk: FindDesk; readonly session: Session }) {
  const { say } = useLanguage()
  const { draft, change, state } = desk
  const form = useRef<HTMLFormElement>(null)
  const [missing, setMissing] = useState<'serial' | 'purpose' | null>(null)

  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    const lacks = draft.serial.trim() === '' ? 'serial' : draft.purpose === null ? 'purpose' : null
    setMissing(lacks)
    if (lacks === null) desk.find()
    else form.current?.querySelector<HTMLElement>(`[name="${lacks}"]`)?.focus()
  }

  return (
    <div className={styles.grid}>
      <form ref={form} className={styles.form} noValidate onSubmit={submit}>
        <div className={styles.mark}>
          <Section heading={say('find.mark')} aside={<Go to="/find#list">{say('find.list')}</Go>} ruled={false}>
            <MarkField
              typed={draft.serial}
              onType={(serial) => change({ serial })}
              onSubmit={() => submit()}
              error={missing === 'serial' && draft.serial.trim() === '' ? say('find.mark_missing') : null}
            />
            {draft.serial.includes('~') && <p className={styles.said}>{say('find.tilde')}</p>}
          </Section>
        </div>
        <div className={styles.known}>
          <Section heading={say('find.known')} aside={say('find.known_aside')} ruled={false}>
            <Known draft={draft} change={change} />
          </Section>
          <Section heading={say('common.grounds')} aside={say('common.grounds_aside')} ruled={false}>
            <div>
              <GroundsFields
                purposes={session.purposes}
                purpose={draft.purpose}
                reference={draft.reference}
                missing={missing === 'purpose' && draft.purpose === null}
                onChange={change}
              />
            </div>
          </Section>
          <Button weight="main" type="submit">
            {say('find.find')}
          </Button>
        </div>
      </form>
      {state.kind === 'found' && state.answer.unread.length > 0 && (
        <ul data-came className={styles.unread} role="status">
          {state.answer.unread.map(({ field, stated }) => (
            <li key={field}>{say('find.unread', { field, stated: `\u2068${stated}\u2069` })}</li>
          ))}
        </ul>
      )}
      {state.kind === 'found' && state.answer.weak && (
        <div data-came className={styles.weak}>
          <WeakMark answer={state.answer}>
            <AskAboutMark desk={desk} session={session} request={state.request} />
          </WeakMark>
        </div>
      )}
    </div>
  )
}
