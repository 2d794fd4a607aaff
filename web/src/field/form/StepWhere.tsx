import { LEGAL_JUSTIFICATIONS, PLACE_TYPES } from '@proofmark/contract/recovery-words'
import { Field } from '../../common/Field.tsx'
import { TextField } from '../../common/TextField.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { Ahead } from './Ahead.tsx'
import { Picks } from './Choice.tsx'
import { dated } from './dated.ts'
import { CountrySelect, Select } from './Selects.tsx'
import type { StepProps } from './step-props.ts'

/** When, where and on what ground. */
export function StepWhere({ desk, state }: StepProps) {
  const { say } = useLanguage()
  const { form, base } = state.draft
  const { place } = form
  const inPlace = (part: typeof place) => desk.say({ place: { ...place, ...part } })
  const text = (name: 'reference' | 'paper', most: number) => (
    <TextField
      label={say(`field.label.${name}`)}
      name={name}
      value={form[name] ?? ''}
      most={most}
      onChange={(value) => desk.say({ [name]: value })}
    />
  )
  const moment = (name: 'date' | 'time') => (
    <Field label={say(`field.label.${name}`)}>
      {(control) => (
        <input
          {...control}
          type={name}
          name={name}
          dir="ltr"
          value={form[name] ?? ''}
          onChange={({ target }) => desk.say({ [name]: target.value })}
        />
      )}
    </Field>
  )
  const codesOf = (all: readonly { readonly code: (typeof LEGAL_JUSTIFICATIONS)[number] }[]) =>
    all.map(({ code }) => code)
  return (
    <>
      {moment('date')}
      {moment('time')}
      <Ahead form={form} />
      <CountrySelect
        label={say('field.label.country')}
        name="country"
        value={place.country}
        onChoose={(country) => inPlace({ country })}
      />
      <TextField
        label={say('field.label.locality')}
        name="locality"
        value={place.locality ?? ''}
        most={200}
        onChange={(locality) => inPlace({ locality })}
      />
      <Select
        label={say('field.label.type_of_place')}
        name="placeType"
        codes={PLACE_TYPES}
        word={(code) => say(`field.place.${code}`)}
        value={place.type}
        onChoose={(type) => inPlace({ type, ...(type === 'border_point' ? { border: true } : {}) })}
      />
      <TextField
        label={say('field.label.description')}
        name="placeDescription"
        value={place.description ?? ''}
        most={500}
        onChange={(description) => inPlace({ description })}
      />
      {text('reference', 120)}
      {text('paper', 120)}
      <Picks
        legend={say('field.label.justifications')}
        name="justification"
        codes={LEGAL_JUSTIFICATIONS}
        word={(code) => say(`field.justification.${code}`)}
        chosen={codesOf(form.justifications)}
        fixed={codesOf(base?.form.justifications ?? [])}
        onChoose={(code, isChosen) =>
          desk.say({ justifications: dated(form.justifications, code, isChosen, form.date) })
        }
      />
    </>
  )
}
