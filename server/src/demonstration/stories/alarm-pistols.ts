import { LINES } from './lines.ts'
import type { Story } from './teller.ts'

const IMPORTED = { event: 'import', date: '2018-04-16', place: 'Port Averne', holder: 'Norrlund Trading, Vard' }

/** Imported as an alarm pistol; seized and found by a laboratory to fire live cartridges. */
export const convertedAlarmPistol: Story = (teller) => {
  const firearm = teller.makeOne(LINES.ekol, 2017)
  const records = [
    teller.exact('deliveries', firearm, IMPORTED),
    teller.exact('police', firearm, { type: 'converted pistol', date: '2020-05-23', place: 'Vard', ref: 'V 0871/20' }),
    teller.exact('examinations', firearm, {
      type: 'converted blank pistol',
      date: '2020-06-15',
      ref: 'V 0871/20',
      reason: 'converted: fires live cartridges',
    }),
  ]
  return {
    firearms: [
      {
        story: 'converted alarm pistol',
        twin: 'untouched alarm pistol',
        firearm,
        records,
        status: 'illicit',
        windows: [
          {
            from: '2018-04-16',
            to: '2020-05-23',
            orTo: ['2020-06-15'],
            kind: 'conversion-of-nonlethal',
            confidence: 'documented',
          },
        ],
        findings: ['became illicit by conversion'],
      },
    ],
  }
}

/** One of the same make, seized the same week and found untouched; it went back. */
export const untouchedAlarmPistol: Story = (teller) => {
  const firearm = teller.makeOne(LINES.ekol, 2017)
  const records = [
    teller.exact('deliveries', firearm, IMPORTED),
    teller.worn('police', firearm, { type: 'alarm pistol', date: '2020-05-26', place: 'Vard', ref: 'V 0889/20' }),
    teller.exact('examinations', firearm, {
      date: '2020-06-16',
      ref: 'V 0889/20',
      reason: 'untouched: fires blanks only',
    }),
    teller.exact('returns', firearm, { date: '2020-09-01', place: 'Vard', ref: 'V 0889/20', holder: 'J. Sorel' }),
  ]
  return {
    firearms: [
      {
        story: 'untouched alarm pistol',
        twin: 'converted alarm pistol',
        firearm,
        records,
        status: 'lawful',
        orStatus: ['excluded', 'undetermined'],
        windows: [{ from: '2018-04-16', to: '2020-05-26', kind: 'unknown', confidence: 'possible', optional: true }],
        findings: [],
        never: ['became illicit by conversion'],
      },
    ],
  }
}
