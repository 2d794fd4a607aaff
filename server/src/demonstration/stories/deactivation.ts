import { LINES } from './lines.ts'
import type { Story } from './teller.ts'

const DEACTIVATED = { type: 'deactivated rifle', date: '2013-05-15', place: 'Vard', reason: 'standard XA-D 2' }

/** Deactivated under a certificate and struck from the register; six years later a laboratory finds that it fires. */
export const reactivated: Story = (teller) => {
  const firearm = teller.makeOne(LINES.mauser, 1943)
  const records = [
    teller.exact('register', firearm, { date: '1988-04-20', holder: 'F. Quist', place: 'Nim' }),
    teller.exact('deactivations', firearm, { ...DEACTIVATED, ref: 'PH 13/0551' }),
    teller.exact('deregistrations', firearm, { date: '2013-06-03', reason: 'deactivated', ref: 'PH 13/0551' }),
    teller.worn('police', firearm, { date: '2019-09-21', place: 'Nim', ref: 'N 0733/19', reason: 'threats' }),
    teller.exact('examinations', firearm, {
      type: 'reactivated rifle',
      date: '2019-10-08',
      ref: 'N 0733/19',
      reason: 'reactivated: fires',
    }),
  ]
  return {
    firearms: [
      {
        story: 'reactivated',
        twin: 'deactivated',
        firearm,
        records,
        status: 'illicit',
        windows: [
          {
            from: '2013-05-15',
            orFrom: ['2013-06-03'],
            to: '2019-09-21',
            orTo: ['2019-10-08'],
            kind: 'reactivation',
            confidence: 'documented',
          },
        ],
        findings: ['deactivated yet seen', 'became illicit by reactivation', 'window longer than five years'],
      },
    ],
  }
}

/** Another, seized in the same way and found as its certificate says; it went back to the wall. */
export const deactivated: Story = (teller) => {
  const firearm = teller.makeOne(LINES.mauser, 1942)
  const records = [
    teller.exact('register', firearm, { date: '1991-10-14', holder: 'M. Oberlin', place: 'Vard' }),
    teller.exact('deactivations', firearm, { ...DEACTIVATED, ref: 'PH 13/0552' }),
    teller.exact('deregistrations', firearm, { date: '2013-06-03', reason: 'deactivated', ref: 'PH 13/0552' }),
    teller.worn('police', firearm, { date: '2019-09-24', place: 'Vard', ref: 'V 1920/19' }),
    teller.exact('examinations', firearm, {
      type: 'deactivated rifle',
      date: '2019-10-09',
      ref: 'V 1920/19',
      reason: 'deactivated as certified: does not fire',
    }),
    teller.exact('returns', firearm, {
      type: 'deactivated rifle',
      date: '2020-02-10',
      place: 'Vard',
      ref: 'V 1920/19',
      holder: 'M. Oberlin',
    }),
  ]
  return {
    firearms: [
      {
        story: 'deactivated',
        twin: 'reactivated',
        firearm,
        records,
        status: 'lawful',
        orStatus: ['excluded', 'undetermined'],
        windows: [{ from: '2013-05-15', to: '2019-09-24', kind: 'unknown', confidence: 'possible', optional: true }],
        findings: [],
        never: ['became illicit by reactivation'],
      },
    ],
  }
}
