import {
  CONCEALMENTS,
  CRIMINAL_CONTEXTS,
  RECOVERY_PERSON_ROLES,
  TRANSPORT_MEANS,
} from '@proofmark/contract/recovery-words'
import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import { Button } from '../../common/Button.tsx'
import { Field } from '../../common/Field.tsx'
import { TextField } from '../../common/TextField.tsx'
import { newIdentifier } from '../../enter/identifier.ts'
import { useLanguage } from '../../frame/language.tsx'
import styles from '../Field.module.css'
import { Picks } from './Choice.tsx'
import { dated } from './dated.ts'
import { Select } from './Selects.tsx'
import type { StepProps } from './step-props.ts'
import { ParcelFields, Route } from './Travelled.tsx'
import { Vehicles } from './Vehicles.tsx'

/** What may follow when there is time: how it travelled, who was there, in what context of crime. */
export function StepMore({ desk, state }: StepProps) {
  const { say } = useLanguage()
  const { form, base } = state.draft
  const codesOf = (all: RecoveryForm['contexts']) => all.map(({ code }) => code)
  return (
    <>
      <Select
        label={say('field.label.transport')}
        name="transport"
        codes={TRANSPORT_MEANS}
        word={(code) => say(`field.transport.${code}`)}
        value={form.transport}
        onChoose={(transport) => desk.say({ transport })}
      />
      <Select
        label={say('field.label.concealment')}
        name="concealment"
        codes={CONCEALMENTS}
        word={(code) => say(`field.concealment.${code}`)}
        value={form.concealment}
        onChoose={(concealment) => desk.say({ concealment })}
      />
      {!form.anonymous && (form.transport === 'parcel' || form.parcel !== undefined) && (
        <ParcelFields desk={desk} form={form} />
      )}
      <Route desk={desk} form={form} />
      {!form.anonymous && <Persons desk={desk} form={form} />}
      {!form.anonymous && <Vehicles desk={desk} form={form} />}
      <Picks
        legend={say('field.label.contexts')}
        name="context"
        codes={CRIMINAL_CONTEXTS}
        word={(code) => say(`field.context.${code}`)}
        chosen={codesOf(form.contexts)}
        fixed={codesOf(base?.form.contexts ?? [])}
        onChoose={(code, isChosen) => desk.say({ contexts: dated(form.contexts, code, isChosen, form.date) })}
      />
      <Field label={say('field.label.note')} hint={form.anonymous ? say('field.anonymous_note') : null}>
        {(control) => (
          <textarea
            {...control}
            name="note"
            maxLength={2_000}
            rows={3}
            value={form.note ?? ''}
            onChange={({ target }) => desk.say({ note: target.value })}
          />
        )}
      </Field>
    </>
  )
}

interface ListProps extends Pick<StepProps, 'desk'> {
  readonly form: RecoveryForm
}

function Persons({ desk, form }: ListProps) {
  const { say } = useLanguage()
  const set = (at: number, part: Partial<RecoveryForm['persons'][number]>) =>
    desk.say({ persons: form.persons.map((each, place) => (place === at ? { ...each, ...part } : each)) })
  return (
    <fieldset className={styles.choice}>
      <legend>{say('field.label.persons')}</legend>
      {form.persons.map((person, at) => (
        <div key={person.field} className={styles.removable}>
          <Select
            label={say('field.label.role')}
            name={`role ${at + 1}`}
            codes={RECOVERY_PERSON_ROLES}
            word={(code) => say(`field.role.${code}`)}
            value={person.role}
            onChoose={(role) => set(at, { role: role ?? 'other' })}
          />
          <TextField
            label={say('field.label.person')}
            name={`person ${at + 1}`}
            value={person.value}
            most={500}
            onChange={(value) => set(at, { value })}
          />
          <Button
            weight="word"
            onClick={() => desk.say({ persons: form.persons.filter((each) => each.field !== person.field) })}
          >
            {say('field.remove_person')}
          </Button>
        </div>
      ))}
      <Button
        name="add person"
        onClick={() =>
          desk.say({
            persons: [...form.persons, { field: `person ${newIdentifier()}`, role: 'possessor', value: '' }],
          })
        }
      >
        {say('field.add_person')}
      </Button>
    </fieldset>
  )
}
