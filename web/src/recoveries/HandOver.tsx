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
import { OrderFields } from './OrderFields.tsx'
import { PaperScan } from './PaperScan.tsx'
import styles from './Recoveries.module.css'
import { StorageField } from './StorageField.tsx'
import { EMPTY, type HandOverDraft, namesReceiver, namesStorage, PURPOSES, saidOf, TOLD } from './said-hand-over.ts'
import { hashOf, keepScan } from './scan.ts'
import { signatureOf } from './signed.ts'

interface HandOverProps {
  readonly shown: CustodyShown
  readonly onChanged: () => void
}

/** Says that an exhibit changes hands: offered and countersigned by whoever takes it, or on paper before a witness. */
export function HandOver({ shown, onChanged }: HandOverProps) {
  const { say } = useLanguage()
  const [draft, setDraft] = useState(EMPTY)
  const [refused, setRefused] = useState(false)
  const { busy, error, act, again } = useDoing()
  // Sent twice it is one event; what was changed since is another.
  const event = useRef(newIdentifier())
  const set = (part: Partial<HandOverDraft>) => {
    event.current = newIdentifier()
    setRefused(false)
    setDraft({ ...draft, ...part })
  }
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault()
    const now = new Date().toISOString()
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    act(async () => {
      const paper = draft.told === 'paper' ? draft.scan : null
      if (paper && shown.recovery !== null && !(await keepScan(shown.recovery, shown.exhibit, paper))) {
        setRefused(true)
        return
      }
      const scan = paper && (await hashOf(paper))
      const said = saidOf(draft, { event: event.current, exhibit: shown.exhibit, now, zone, scan })
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
                if (purpose) set({ purpose, order: '', due: '' })
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
        <OrderFields shown={shown} draft={draft} onChange={set} />
        {namesReceiver(draft) && (
          <>
            {text('person')}
            {text('agency')}
          </>
        )}
        {draft.told === 'paper' && (
          <>
            {text('witness')}
            <PaperScan scan={draft.scan} refused={refused} onChoose={(scan) => set({ scan })} />
          </>
        )}
        {namesStorage(draft) && <StorageField value={draft.storage} onChange={(storage) => set({ storage })} />}
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
