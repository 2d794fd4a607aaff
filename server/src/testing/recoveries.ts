import { type RecoveryForm, type RecoveryFormInput, recoveryForm } from '@proofmark/contract/schemas/recovery'

/** A seizure at a border, as a device sends it: whole but for what is given. */
export const recoveryOf = (more: Partial<RecoveryFormInput> = {}): RecoveryForm =>
  recoveryForm.parse({
    status: 'seized',
    reference: 'BP 12/2026',
    date: '2026-03-04',
    time: '21:40',
    zone: 'Europe/Lisbon',
    place: { country: 'XA', locality: 'Northern Gate', type: 'border_point', border: true },
    justifications: [{ code: 'illicit_possession', date: '2026-03-04' }],
    ...more,
  })

/** A pistol, by its number. */
export const pistolOf = (
  exhibit: string,
  serial: string,
  more: Partial<NonNullable<RecoveryFormInput['exhibits']>[number]> = {},
): NonNullable<RecoveryFormInput['exhibits']>[number] => ({
  exhibit,
  kind: 'firearm',
  number: `E-${serial}`,
  count: 1,
  stated: { serial, make: 'Taurus', model: 'PT 92', calibre: '9x19mm', type: 'pistol' },
  ...more,
})
