import type { RecoveryShown } from '@proofmark/contract/schemas/recovery-answers'
import { Facts } from '../common/Facts.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Plate } from '../common/Plate.tsx'
import { Section } from '../common/Section.tsx'
import { useLanguage } from '../frame/language.tsx'
import { countriesOf } from '../traces/countries.ts'

/** How it came there and with whom: route, parcel, vehicles, and the persons where the reader may see them. */
export function Travelled({ shown }: { readonly shown: RecoveryShown }) {
  const { say, locale } = useLanguage()
  const { nameOf } = countriesOf(locale)
  const { route, parcel, vehicles, persons } = shown.form
  const country = (code: string | undefined) => (code === undefined ? null : nameOf(code))
  const facts = (key: string, all: Parameters<typeof Facts>[0]['children']) =>
    all.some((each) => each !== null && each !== undefined && each !== '') ? <Facts key={key}>{all}</Facts> : null
  const shownFacts = [
    [say('field.label.origin'), country(route?.origin)],
    [say('field.label.departure'), country(route?.departure)],
    [say('field.label.transit'), route && facts('transit', route.transit.map(nameOf))],
    [say('field.label.destination'), country(route?.destination)],
    [
      say('field.label.parcel'),
      parcel &&
        facts('parcel', [
          parcel.number && (
            <Identifier key="number" mono>
              {parcel.number}
            </Identifier>
          ),
          parcel.carrier,
        ]),
    ],
    [say('field.label.parcel_sender'), country(parcel?.sender)],
    [say('field.label.parcel_recipient'), country(parcel?.recipient)],
    [
      say('field.parcel_path'),
      parcel &&
        facts(
          'path',
          parcel.path.map((stop) => [country(stop.country), stop.place, stop.date].filter(Boolean).join(' ')),
        ),
    ],
    ...vehicles.map(
      (vehicle, at) =>
        [
          vehicles.length === 1 ? say('field.vehicle') : say('field.vehicle_of', { number: at + 1 }),
          facts('vehicle', [
            vehicle.plate && (
              <Identifier key="plate" mono>
                {vehicle.plate}
              </Identifier>
            ),
            country(vehicle.country),
            vehicle.description,
          ]),
        ] as const,
    ),
    ...persons.map((person) => [say(`field.role.${person.role}`), <bdi key="name">{person.value}</bdi>] as const),
  ] as const
  const known = shownFacts.filter(([, value]) => value !== null && value !== undefined)
  if (known.length === 0) return null
  return (
    <Section heading={say('field.travelled')} ruled={false}>
      <Plate facts={known} />
    </Section>
  )
}
