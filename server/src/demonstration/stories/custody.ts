import { LINES } from './lines.ts'
import type { Story } from './teller.ts'

/** Stolen, seized, examined and kept as an exhibit; three years later it is seized again, and no record let it out. */
export const custodyLeak: Story = (teller) => {
  const firearm = teller.makeOne(LINES.beretta, 2010)
  const records = [
    teller.exact('register', firearm, { date: '2011-04-12', holder: 'P. Hallgrim', place: 'Vard' }),
    teller.exact('losses', firearm, { event: 'theft', date: '2014-08-03', reported: '2014-08-04', place: 'Vard' }),
    teller.exact('police', firearm, { date: '2015-10-17', place: 'Ostrel', ref: 'O 1187/15' }),
    teller.exact('examinations', firearm, { date: '2015-11-05', ref: 'O 1187/15', reason: 'kept as an exhibit' }),
    teller.worn('police', firearm, { date: '2019-02-23', place: 'Port Averne', ref: 'P 0311/19' }),
  ]
  return {
    firearms: [
      {
        story: 'custody leak',
        twin: 'court return',
        firearm,
        records,
        status: 'illicit',
        orStatus: ['undetermined'],
        windows: [
          { from: '2011-04-12', to: '2014-08-03', kind: 'theft-private', confidence: 'documented' },
          {
            from: '2015-11-05',
            orFrom: ['2015-10-17'],
            to: '2019-02-23',
            kind: 'theft-state-stock',
            alternatives: ['unknown'],
            confidence: 'possible',
          },
        ],
        findings: ['recovered again'],
      },
    ],
  }
}

/** Stolen, seized and examined like the other; but a court returned it, and so it was again when it was seized again. */
export const courtReturn: Story = (teller) => {
  const firearm = teller.makeOne(LINES.beretta, 2009)
  const records = [
    teller.exact('register', firearm, { date: '2010-06-21', holder: 'K. Amundet', place: 'Kessin' }),
    teller.exact('losses', firearm, { event: 'theft', date: '2013-05-19', reported: '2013-05-20', place: 'Kessin' }),
    teller.worn('police', firearm, { date: '2014-07-02', place: 'Nim', ref: 'N 0540/14' }),
    teller.exact('examinations', firearm, { date: '2014-07-30', ref: 'N 0540/14', reason: 'kept as an exhibit' }),
    teller.exact('returns', firearm, { date: '2014-12-11', place: 'Kessin', ref: 'N 0540/14', holder: 'K. Amundet' }),
    teller.exact('police', firearm, {
      date: '2018-03-14',
      place: 'Kessin',
      ref: 'K 0096/18',
      reason: 'held during a dispute',
    }),
    teller.exact('returns', firearm, { date: '2018-05-02', place: 'Kessin', ref: 'K 0096/18', holder: 'K. Amundet' }),
  ]
  return {
    firearms: [
      {
        story: 'court return',
        twin: 'custody leak',
        firearm,
        records,
        status: 'lawful',
        windows: [
          { from: '2010-06-21', to: '2013-05-19', kind: 'theft-private', confidence: 'documented' },
          { from: '2014-12-11', to: '2018-03-14', kind: 'unknown', confidence: 'possible', optional: true },
        ],
        findings: [],
        never: ['recovered again'],
      },
    ],
  }
}
