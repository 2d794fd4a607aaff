import { type RecoveryForm, type RecoveryFormInput, recoveryForm } from '@proofmark/contract/schemas/recovery'
import type { PersonName } from '../agencies.ts'
import { identifierOf } from './offices.ts'

type Item = NonNullable<RecoveryFormInput['exhibits']>[number]

/** An item of the demonstration, by the number on its label. */
export const exhibitOf = (number: string): string => identifierOf('exhibit', number)
export const recoveryOf = (reference: string): string => identifierOf('recovery', reference)

const item = (number: string, seal: string, more: Omit<Item, 'exhibit' | 'number' | 'seal'>): Item => ({
  exhibit: exhibitOf(number),
  number,
  seal,
  ...more,
})

/** A firearm of the register that was lost before it was seized. */
const LOST = {
  serial: 'CGK6899',
  make: 'CZ',
  model: '75',
  calibre: '9x19mm',
  type: 'pistol',
  country: 'CZ',
} as const
const LOST_TOO = { serial: 'ZTJ1458', make: 'Zastava', model: 'M57', calibre: '7.62x25mm', type: 'pistol' } as const
const FERRY = {
  date: '2024-04-27',
  zone: 'Europe/Lisbon',
  place: { country: 'XA', locality: 'Port Averne', type: 'port', border: true },
  transport: 'land_vehicle',
} as const
const VEHICLES = [{ plate: 'XC 41 208', country: 'XC', description: 'White delivery van' }]

export interface Recovered {
  readonly by: PersonName
  readonly reference: string
  readonly form: RecoveryForm
}

const recovered = (by: PersonName, reference: string, form: Omit<RecoveryFormInput, 'reference'>): Recovered => ({
  by,
  reference,
  form: recoveryForm.parse({ ...form, reference }),
})

/** One that went to court, one whose seal was broken; of two agencies and of two patrols the reports of one ferry; a parcel; what was given up. */
export const RECOVERED: readonly Recovered[] = [
  recovered('Maren Tolv', 'FFP 23/118', {
    status: 'seized',
    date: '2023-11-09',
    time: '06:20',
    zone: 'Europe/Lisbon',
    place: { country: 'XA', locality: 'Hallow Cross', type: 'home', description: 'Flat above a workshop' },
    officer: 'M-04',
    safety: { state: 'made_safe', by: 'Patrol 4' },
    tracesFirst: 'dna_then_fingerprints',
    justifications: [{ code: 'illicit_possession', date: '2023-11-09' }],
    contexts: [{ code: 'robbery', date: '2023-11-20' }],
    concealment: 'household_goods',
    persons: [{ field: 'person 1', role: 'possessor', value: 'H. Ardenko' }],
    exhibits: [
      item('23/118-1', 'FFP 40117', { kind: 'firearm', count: 1, stated: LOST, condition: 'functional' }),
      item('23/118-2', 'FFP 40118', {
        kind: 'firearm',
        count: 1,
        stated: { serial_state: 'obliterated', make: 'Rossi', calibre: '.38 Special', type: 'revolver' },
        notKnown: { model: 'illegible' },
        condition: 'untested',
      }),
    ],
  }),
  recovered('Maren Tolv', 'FFP 24/061', {
    ...{ status: 'seized', ...FERRY, vehicles: VEHICLES, time: '21:40', concealment: 'vehicle' },
    safety: { state: 'made_safe', by: 'Harbour patrol' },
    tracesFirst: 'neither',
    justifications: [{ code: 'illicit_trafficking', date: '2024-04-27' }],
    route: { origin: 'XC', departure: 'XC', transit: ['XD', 'XB'], destination: 'XA' },
    persons: [{ field: 'person 1', role: 'driver', value: 'P. Solvane' }],
    exhibits: [
      item('24/061-1', 'FFP 40230', { kind: 'firearm', count: 1, stated: LOST_TOO, typologies: ['original_lethal'] }),
      item('24/061-2', 'FFP 40231', {
        kind: 'ammunition',
        count: 400,
        stated: { calibre: '7.62x25mm' },
        ammunition: { maker: 'Prvi Partizan', headstamp: 'PPU 7.62', lot: 'PP 19-044' },
      }),
      item('24/061-3', 'FFP 40232', { kind: 'component', count: 1, stated: { part: 'slide', make: 'Zastava' } }),
    ],
  }),
  recovered('Maren Tolv', 'FFP 24/063', {
    ...{ status: 'seized', ...FERRY, vehicles: VEHICLES, time: '22:05' },
    justifications: [{ code: 'illicit_trafficking', date: '2024-04-27' }],
    exhibits: [item('24/063-1', 'FFP 40240', { kind: 'magazine', count: 2, stated: { calibre: '7.62x25mm' } })],
  }),
  recovered('Jorun Aske', 'CS 24/208', {
    ...{ status: 'seized', ...FERRY, vehicles: VEHICLES, time: '21:30' },
    justifications: [{ code: 'illicit_trafficking', date: '2024-04-27' }],
    exhibits: [
      item('CS 24/208-1', 'CS 9071', {
        kind: 'firearm',
        count: 1,
        stated: { ...LOST_TOO, serial: 'ZTJ 1458', model: 'M57' },
      }),
    ],
  }),
  recovered('Dagny Orlund', 'BP 24/112', {
    status: 'seized',
    date: '2024-05-14',
    time: '10:15',
    zone: 'Europe/Lisbon',
    place: { country: 'XA', locality: 'Vard', type: 'postal_centre', border: true },
    transport: 'parcel',
    concealment: 'household_goods',
    justifications: [{ code: 'illicit_trafficking', date: '2024-05-14' }],
    route: { origin: 'XC', departure: 'XB', transit: ['XD'], destination: 'XA' },
    parcel: {
      ...{ number: 'QX 7701 2214 9', carrier: 'Northpost', sender: 'XB', recipient: 'XA' },
      path: [
        { country: 'XB', place: 'Counter of Kessin', date: '2024-05-08' },
        { country: 'XD', place: 'Sorting centre of Orsa', date: '2024-05-11' },
        { country: 'XA', place: 'Vard', date: '2024-05-14' },
      ],
    },
    exhibits: [
      item('BP 24/112-1', 'BP 55021', {
        kind: 'firearm',
        count: 1,
        stated: { serial_state: 'obliterated', make: 'Zastava', calibre: '7.62x25mm', type: 'pistol' },
        notKnown: { model: 'illegible' },
        condition: 'untested',
      }),
      item('BP 24/112-2', 'BP 55022', { kind: 'magazine', count: 3, stated: { calibre: '7.62x25mm' } }),
    ],
  }),
  recovered('Maren Tolv', 'FFP 24/017', {
    status: 'surrendered',
    anonymous: true,
    date: '2024-02-03',
    zone: 'Europe/Lisbon',
    place: { country: 'XA', locality: 'Nim', type: 'public_building' },
    justifications: [{ code: 'administrative', date: '2024-02-03' }],
    exhibits: [
      item('24/017-1', 'FFP 40151', {
        kind: 'firearm',
        count: 1,
        stated: { serial: 'QWV20514', make: 'Baikal', model: 'IZH-27', calibre: '12', type: 'shotgun' },
      }),
      item('24/017-2', 'FFP 40152', {
        kind: 'firearm',
        count: 1,
        stated: { serial: 'QWV31177', make: 'Beretta', model: 'A400', calibre: '12', type: 'shotgun' },
      }),
    ],
  }),
]
