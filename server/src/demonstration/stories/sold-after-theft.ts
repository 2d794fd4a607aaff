import { LINES } from './lines.ts'
import type { Story } from './teller.ts'

/** Reported stolen, and ten months later sold over a dealer's counter to somebody who could not know. */
export const soldAfterTheft: Story = (teller) => {
  const firearm = teller.makeOne(LINES.taurusRevolver, 2010)
  const records = [
    teller.exact('register', firearm, { date: '2011-11-08', holder: 'N. Varga', place: 'Nim' }),
    teller.exact('losses', firearm, { event: 'theft', date: '2017-03-04', reported: '2017-03-05', place: 'Nim' }),
    teller.worn('transfers', firearm, { date: '2018-01-20', holder: 'R. Elster', place: 'Port Averne', ref: 'HA' }),
  ]
  return {
    firearms: [
      {
        story: 'sold after theft',
        twin: 'sold after return',
        firearm,
        records,
        status: 'illicit',
        orStatus: ['undetermined', 'lawful'],
        windows: [{ from: '2011-11-08', to: '2017-03-04', kind: 'theft-private', confidence: 'probable' }],
        findings: ['stolen before sold', 'window longer than five years'],
      },
    ],
  }
}

/** Reported stolen, recovered, returned, and then sold: its holder could. */
export const soldAfterReturn: Story = (teller) => {
  const firearm = teller.makeOne(LINES.taurusRevolver, 2013)
  const records = [
    teller.exact('register', firearm, { date: '2014-01-30', holder: 'U. Pross', place: 'Nim' }),
    teller.worn('losses', firearm, { event: 'theft', date: '2016-03-04', reported: '2016-03-05', place: 'Nim' }),
    teller.exact('police', firearm, { date: '2016-04-18', place: 'Nim', ref: 'N 0290/16' }),
    teller.exact('returns', firearm, { date: '2016-06-22', place: 'Nim', ref: 'N 0290/16', holder: 'U. Pross' }),
    teller.exact('transfers', firearm, { date: '2018-01-20', holder: 'R. Elster', place: 'Port Averne', ref: 'HA' }),
  ]
  return {
    firearms: [
      {
        story: 'sold after return',
        twin: 'sold after theft',
        firearm,
        records,
        status: 'lawful',
        windows: [{ from: '2014-01-30', to: '2016-03-04', kind: 'theft-private', confidence: 'documented' }],
        findings: [],
        never: ['stolen before sold'],
      },
    ],
  }
}
