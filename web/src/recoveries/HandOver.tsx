import { CUSTODY_ENDS, CUSTODY_PURPOSES } from '@proofmark/contract/custody-words'
import type { CustodyShown } from '@proofmark/contract/schemas/custody'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Field } from '../common/Field.tsx'
import { Note } from '../common/Note.tsx'
import { Section } from '../common/Section.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { newIdentifier } from '../enter/identifier.ts'
import { Choice } from '../field/form/Choice.tsx'
import { ScanField } from '../field/form/ScanField.tsx'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { GROUNDS } from './grounds.ts'
import styles from './Recoveries.module.css'
import { signatureOf } from './signed.ts'

const ENDS: ReadonlySet<string> = new Set(CUSTODY_ENDS)
const OWN = ['recovered', 'destroy', 'split', 'join'] as const
type Purpose = Exclude<(typeof CUSTODY_PURPOSES)[number], (typeof OWN)[number]>
/** What is handed over from this page; what ends custody needs an order and is done elsewhere. */
const PURPOSES = CUSTODY_PURPOSES.filter(
  (each): each is Purpose => !(OWN as readonly string[]).includes(each) && !ENDS.has(each) && each !== 'loan',
)
const TOLD = ['giver', 'receiver', 'paper', 'keeper'] as const

interface HandOverProps {
  readonly shown: CustodyShown
  readonly onChanged: () => void
}

interface Draft {
  readonly told: (typeof TOLD)[number]
  readonly purpose: Purpose
  readonly person: string
  readonly agency: string
  readonly witness: string
  readonly seal: string
  readonly resealed: string
  readonly condition: string
}

const EMPTY: Draft = {
  told: 'giver',
  purpose: 'store',
  person: '',
  agency: '',
  witness: '',
  seal: '',
  resealed: '',
  condition: '',
}

/** Says that an exhibit changes hands: offered and countersigned by whoever takes it, or on paper before a witness. */
export function HandOver({ shown, onChanged }: HandOverProps) {
  const { say } = useLanguage()
  const [draft, setDraft] = useState(EMPTY)
  const { busy, error, act, again } = useDoing()
  // Sent twice it is one event; what was changed since is another.
  const event = useRef(newIdentifier())
  const set = (part: Partial<Draft>) => {
    event.current = newIdentifier()
    setDraft({ ...draft, ...part })
  }
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault()
    const now = new Date().toISOString()
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const outside = draft.told === 'paper'
    const to = {
      ...(draft.person.trim() ? { [outside ? 'person' : 'account']: draft.person.trim() } : {}),
      ...(draft.agency.trim() ? { [outside ? 'organisation' : 'agency']: draft.agency.trim() } : {}),
    }
    const said = {
      event: event.current,
      exhibit: shown.exhibit,
      purpose: draft.purpose,
      told: draft.told,
      ...(draft.told === 'giver' || draft.told === 'paper' ? { to } : {}),
      at: now,
      deviceAt: now,
      zone,
      ...(draft.seal.trim() ? { seal: draft.seal.trim(), resealed: draft.resealed.trim() } : {}),
      ...(draft.condition.trim() ? { condition: draft.condition.trim() } : {}),
      ...(draft.witness.trim() ? { witness: draft.witness.trim() } : {}),
    }
    act(async () => {
      const signature = await signatureOf({ handOver: said })
      await api('custodyHandOver', { ...said, ...(signature ? { signature } : {}), grounds: GROUNDS })
      setDraft(EMPTY)
      onChanged()
    })
  }
  const text = (name: 'person' | 'agency' | 'witness' | 'resealed' | 'condition') => (
    <TextField
      label={say(`field.custody.${name}`)}
      name={name}
      value={draft[name]}
      most={name === 'condition' || name === 'resealed' ? 500 : 120}
      onChange={(value) => set({ [name]: value })}
    />
  )
  return (
    <Section heading={say('field.custody.hand_over')}>
      <form className={styles.form} onSubmit={submit} noValidate aria-busy={busy}>
        <Choice
          legend={say('field.custody.told')}
          name="told"
          codes={TOLD}
          word={(code) => say(`field.custody.told.${code}`)}
          value={draft.told}
          onChoose={(told) => set({ told })}
        />
        <Field label={say('field.custody.purpose')}>
          {(control) => (
            <select
              {...control}
              name="custodyPurpose"
              value={draft.purpose}
              onChange={({ target }) => {
                const purpose = PURPOSES.find((each) => each === target.value)
                if (purpose) set({ purpose })
              }}
            >
              {PURPOSES.map((each) => (
                <option key={each} value={each}>
                  {say(`word.custody_purpose.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {(draft.told === 'giver' || draft.told === 'paper') && (
          <>
            {text('person')}
            {text('agency')}
          </>
        )}
        {draft.told === 'paper' && text('witness')}
        <ScanField name="seal" value={draft.seal} onChange={(seal) => set({ seal })} />
        {draft.seal.trim() !== '' && text('resealed')}
        {text('condition')}
        {draft.told === 'receiver' && (
          <Note heading={say('field.custody.one_sided')}>{say('field.custody.one_sided_how')}</Note>
        )}
        {error && <Failed error={error} onAgain={again} />}
        <Button weight="main" type="submit" disabled={busy}>
          {say('field.custody.say')}
        </Button>
      </form>
    </Section>
  )
}
