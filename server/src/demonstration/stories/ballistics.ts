import { LINES } from './lines.ts'
import type { Story } from './teller.ts'

/** A laboratory confirms that the pistol was fired in a shooting, long before anybody knew that it was gone. */
export const confirmedHit: Story = (teller) => {
  const firearm = teller.makeOne(LINES.taurusPistol, 2012)
  const records = [
    teller.exact('register', firearm, { date: '2013-02-27', holder: 'S. Mirov', place: 'Vard' }),
    teller.worn('police', firearm, { date: '2021-06-18', place: 'Vard', ref: 'V 1340/21' }),
    teller.exact('ballistics', firearm, {
      date: '2019-11-02',
      reported: '2021-07-15',
      place: 'Ostrel',
      ref: 'V 1340/21',
      reason: 'confirmed hit: shooting in Ostrel',
    }),
  ]
  return {
    firearms: [
      {
        story: 'confirmed hit',
        twin: 'ballistic lead',
        firearm,
        records,
        status: 'illicit',
        windows: [
          {
            from: '2013-02-27',
            to: '2019-11-02',
            kind: 'unknown',
            alternatives: ['theft-private', 'loss', 'straw-purchase'],
            confidence: 'documented',
          },
        ],
        findings: ['window longer than five years'],
      },
    ],
  }
}

/** A machine proposes the same of another pistol, and nobody has looked: that moves nothing. */
export const ballisticLead: Story = (teller) => {
  const firearm = teller.makeOne(LINES.taurusPistol, 2012)
  const records = [
    teller.exact('register', firearm, { date: '2018-08-13', holder: 'Y. Castan', place: 'Vard' }),
    teller.worn('police', firearm, { date: '2021-06-19', place: 'Vard', ref: 'V 1344/21' }),
    teller.exact('ballistics', firearm, {
      date: '2019-12-01',
      reported: '2021-07-16',
      place: 'Kessin',
      ref: 'V 1344/21',
      reason: 'lead, not confirmed',
    }),
  ]
  return {
    firearms: [
      {
        story: 'ballistic lead',
        twin: 'confirmed hit',
        firearm,
        records,
        status: 'undetermined',
        windows: [
          {
            from: '2018-08-13',
            to: '2021-06-19',
            kind: 'unknown',
            alternatives: ['theft-private', 'loss', 'straw-purchase'],
            confidence: 'possible',
            optional: true,
          },
        ],
        findings: ['short time to crime'],
      },
    ],
  }
}
