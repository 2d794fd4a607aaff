import type { Session } from '@proofmark/contract/schemas/session'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { directionOf } from '../common/direction.ts'
import { Field } from '../common/Field.tsx'
import { GroundsFields } from '../common/GroundsFields.tsx'
import { Section } from '../common/Section.tsx'
import { useLanguage } from '../frame/language.tsx'
import { MarkField } from '../mark/MarkField.tsx'
import styles from './FindForm.module.css'
import type { FindDesk } from './useFind.ts'
import { WeakMark } from './WeakMark.tsx'

const KNOWN = ['make', 'model', 'calibre', 'type'] as const

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
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      <div className={styles.mark}>
        <Section heading={say('find.mark')} ruled={false}>
          <MarkField
            typed={draft.serial}
            onType={(serial) => change({ serial })}
            onSubmit={() => submit()}
            error={missing === 'serial' && draft.serial.trim() === '' ? say('find.mark_missing') : null}
          />
        </Section>
        {state.kind === 'found' && state.answer.weak && <WeakMark answer={state.answer} />}
      </div>
      <div className={styles.known}>
        <Section heading={say('find.known')} aside={say('find.known_aside')} ruled={false}>
          <div>
            {KNOWN.map((field) => (
              <Field key={field} label={say(`find.${field}`)}>
                {(control) => (
                  <input
                    {...control}
                    name={field}
                    // A calibre is an identifier; the others are words of any script.
                    dir={field === 'calibre' && draft.calibre !== '' ? 'ltr' : directionOf(draft[field])}
                    value={draft[field]}
                    maxLength={120}
                    autoComplete="off"
                    spellCheck={false}
                    placeholder={say('find.not_known')}
                    onChange={(event) => change({ [field]: event.target.value })}
                  />
                )}
              </Field>
            ))}
          </div>
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
  )
}
