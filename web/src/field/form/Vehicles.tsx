import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import { Button } from '../../common/Button.tsx'
import { TextField } from '../../common/TextField.tsx'
import { newIdentifier } from '../../enter/identifier.ts'
import { useLanguage } from '../../frame/language.tsx'
import styles from '../Field.module.css'
import { CountrySelect } from './Selects.tsx'
import type { StepProps } from './step-props.ts'

interface VehiclesProps extends Pick<StepProps, 'desk'> {
  readonly form: RecoveryForm
}

type Vehicle = RecoveryForm['vehicles'][number]
const MOST = 20

/** Vehicles by plate, country and what they look like; each bears a name, so that two devices know of which they speak. */
export function Vehicles({ desk, form }: VehiclesProps) {
  const { say } = useLanguage()
  const { vehicles } = form
  const set = (at: number, part: Partial<Vehicle>) =>
    desk.say({ vehicles: vehicles.map((each, place) => (place === at ? { ...each, ...part } : each)) })
  const text = (at: number, name: 'plate' | 'description') => (
    <TextField
      label={say(name === 'plate' ? 'field.label.plate' : 'field.label.vehicle_description')}
      name={name === 'plate' ? `plate ${at + 1}` : `vehicle description ${at + 1}`}
      value={vehicles[at]?.[name] ?? ''}
      most={name === 'plate' ? 40 : 200}
      onChange={(value) => set(at, { [name]: value })}
    />
  )
  return (
    <fieldset className={styles.choice}>
      <legend>{say('field.label.vehicles')}</legend>
      {vehicles.map((vehicle, at) => (
        <div key={vehicle.field ?? `vehicle ${at}`} className={styles.removable}>
          {text(at, 'plate')}
          <CountrySelect
            label={say('field.label.vehicle_country')}
            name={`vehicle country ${at + 1}`}
            value={vehicle.country}
            onChoose={(country) => set(at, { country })}
          />
          {text(at, 'description')}
          <Button weight="word" onClick={() => desk.say({ vehicles: vehicles.toSpliced(at, 1) })}>
            {say('field.remove_vehicle')}
          </Button>
        </div>
      ))}
      {vehicles.length < MOST && (
        <Button
          name="add vehicle"
          onClick={() => desk.say({ vehicles: [...vehicles, { field: `vehicle ${newIdentifier()}` }] })}
        >
          {say('field.add_vehicle')}
        </Button>
      )}
    </fieldset>
  )
}
