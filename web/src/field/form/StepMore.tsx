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
import { CountrySelect, Select } from './Selects.tsx'
import type { StepProps } from './step-props.ts'

const STOPS = ['origin', 'departure', 'destination'] as const
const PARCEL = ['number', 'carrier'] as const

/** What may follow when there is time: how it travelled, who was there, in what context of crime. */
export function StepMore({ desk, state }: StepProps) {
  const { say } = useLanguage()
  const { form, base } = state.draft
  const { route = { transit: [] }, parcel = { path: [] } } = form
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
      {form.transport === 'parcel' &&
        PARCEL.map((field) => (
          <TextField
            key={field}
            label={say(`field.label.parcel_${field}`)}
            name={`parcel ${field}`}
            value={parcel[field] ?? ''}
            most={120}
            onChange={(value) => desk.say({ parcel: { ...parcel, [field]: value } })}
          />
        ))}
      {STOPS.map((stop) => (
        <CountrySelect
          key={stop}
          label={say(`field.label.${stop}`)}
          name={stop}
          value={route[stop]}
          onChoose={(country) => desk.say({ route: { ...route, [stop]: country } })}
        />
      ))}
      <CountrySelect
        label={say('field.label.transit')}
        name="transit"
        value={route.transit[0]}
        onChoose={(country) => desk.say({ route: { ...route, transit: country ? [country] : [] } })}
      />
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

function Vehicles({ desk, form }: ListProps) {
  const { say } = useLanguage()
  const set = (at: number, part: Partial<RecoveryForm['vehicles'][number]>) =>
    desk.say({ vehicles: form.vehicles.map((each, place) => (place === at ? { ...each, ...part } : each)) })
  const rows = form.vehicles.length === 0 ? [{}] : form.vehicles
  return (
    <fieldset className={styles.choice}>
      <legend>{say('field.label.vehicles')}</legend>
      {rows.map((vehicle: RecoveryForm['vehicles'][number], at) => (
        <TextField
          // Vehicles have no name but their plate, and stay in the order in which they were written.
          key={at === 0 ? 'first' : `vehicle ${at}`}
          label={say('field.label.plate')}
          name={`plate ${at + 1}`}
          value={vehicle.plate ?? ''}
          most={40}
          onChange={(plate) => (form.vehicles.length === 0 ? desk.say({ vehicles: [{ plate }] }) : set(at, { plate }))}
        />
      ))}
      <Button name="add vehicle" onClick={() => desk.say({ vehicles: [...form.vehicles, {}] })}>
        {say('field.add_vehicle')}
      </Button>
    </fieldset>
  )
}
