import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import { Button } from '../../common/Button.tsx'
import { numbered } from '../../common/numbered.ts'
import { TextField } from '../../common/TextField.tsx'
import { useLanguage } from '../../frame/language.tsx'
import styles from '../Field.module.css'
import { CountrySelect } from './Selects.tsx'
import type { StepProps } from './step-props.ts'

interface TravelledProps extends Pick<StepProps, 'desk'> {
  readonly form: RecoveryForm
}

type Parcel = NonNullable<RecoveryForm['parcel']>
type Stop = Parcel['path'][number]

const [MOST_TRANSIT, MOST_STOPS] = [30, 30]

/** The way that what was recovered took: from where, through which countries in their order, to where. */
export function Route({ desk, form }: TravelledProps) {
  const { say, figures } = useLanguage()
  const { route = { transit: [] } } = form
  const { transit } = route
  const set = (next: readonly string[]) => desk.say({ route: { ...route, transit: [...next] } })
  const end = (stop: 'origin' | 'departure' | 'destination') => (
    <CountrySelect
      label={say(`field.label.${stop}`)}
      name={stop}
      value={route[stop]}
      onChoose={(country) => desk.say({ route: { ...route, [stop]: country } })}
    />
  )
  return (
    <fieldset className={styles.choice}>
      <legend>{say('field.label.route')}</legend>
      {end('origin')}
      {end('departure')}
      {numbered(transit).map(({ place, value }) => (
        <div key={place} className={styles.removable}>
          <CountrySelect
            label={say('field.transit_of', { number: figures.count(place + 1) })}
            name={`transit ${place + 1}`}
            value={value}
            onChoose={(country) => set(country ? transit.with(place, country) : transit.toSpliced(place, 1))}
          />
          {place > 0 && (
            <Button weight="word" onClick={() => set(transit.with(place, transit[place - 1]!).with(place - 1, value))}>
              {say('field.transit_earlier')}
            </Button>
          )}
        </div>
      ))}
      {transit.length < MOST_TRANSIT && (
        <CountrySelect
          label={say('field.transit_of', { number: figures.count(transit.length + 1) })}
          name={`transit ${transit.length + 1}`}
          value={undefined}
          onChoose={(country) => country && set([...transit, country])}
        />
      )}
      {end('destination')}
    </fieldset>
  )
}

/** A parcel: under which number the carrier follows it, from where to where, and where it passed. */
export function ParcelFields({ desk, form }: TravelledProps) {
  const { say, figures } = useLanguage()
  const { parcel = { path: [] } } = form
  const set = (part: Partial<Parcel>) => desk.say({ parcel: { ...parcel, ...part } })
  const setStop = (at: number, part: Partial<Stop>) =>
    set({ path: parcel.path.map((each, place) => (place === at ? { ...each, ...part } : each)) })
  const text = (name: 'number' | 'carrier') => (
    <TextField
      label={say(`field.label.parcel_${name}`)}
      name={`parcel ${name}`}
      value={parcel[name] ?? ''}
      most={120}
      onChange={(value) => set({ [name]: value })}
    />
  )
  const country = (name: 'sender' | 'recipient') => (
    <CountrySelect
      label={say(`field.label.parcel_${name}`)}
      name={`parcel ${name}`}
      value={parcel[name]}
      onChoose={(chosen) => set({ [name]: chosen })}
    />
  )
  return (
    <fieldset className={styles.choice}>
      <legend>{say('field.label.parcel')}</legend>
      {text('number')}
      {text('carrier')}
      {country('sender')}
      {country('recipient')}
      {numbered(parcel.path).map(({ place, value }) => (
        <div key={place} className={styles.removable}>
          <CountrySelect
            label={say('field.stop_of', { number: figures.count(place + 1) })}
            name={`stop ${place + 1}`}
            value={value.country}
            onChoose={(chosen) => setStop(place, { country: chosen })}
          />
          {(['place', 'date'] as const).map((name) => (
            <TextField
              key={name}
              label={say(`field.label.stop_${name}`)}
              name={`stop ${name} ${place + 1}`}
              value={value[name] ?? ''}
              most={name === 'place' ? 120 : 80}
              onChange={(said) => setStop(place, { [name]: said })}
            />
          ))}
          <Button weight="word" onClick={() => set({ path: parcel.path.toSpliced(place, 1) })}>
            {say('field.remove_stop')}
          </Button>
        </div>
      ))}
      {parcel.path.length < MOST_STOPS && (
        <Button name="add stop" onClick={() => set({ path: [...parcel.path, {}] })}>
          {say('field.add_stop')}
        </Button>
      )}
    </fieldset>
  )
}
