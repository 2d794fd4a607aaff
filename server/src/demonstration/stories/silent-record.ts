import { LINES } from './lines.ts'
import type { Story } from './teller.ts'

/** Customs saw it offered for sale while they watched in secret: only they may know when it left legal hands. */
export const silentRecord: Story = (teller) => {
  const firearm = teller.makeOne(LINES.taurusRevolver, 2015)
  const records = [
    teller.exact('register', firearm, { date: '2016-02-02', holder: 'O. Brandauer', place: 'Port Averne' }),
    teller.worn('covert', firearm, {
      event: 'online-offer',
      date: '2019-04-08',
      ref: 'CO 19/6',
      reason: 'offered for sale',
    }),
    teller.exact('police', firearm, { date: '2020-08-19', place: 'Port Averne', ref: 'P 1120/20' }),
  ]
  const window = {
    from: '2016-02-02',
    kind: 'unknown',
    alternatives: ['theft-private', 'loss', 'straw-purchase'],
  } as const
  return {
    firearms: [
      {
        story: 'silent record',
        twin: null,
        firearm,
        records,
        status: 'illicit',
        windows: [{ ...window, to: '2019-04-08', confidence: 'documented' }],
        findings: [],
        withoutSilent: {
          status: 'undetermined',
          windows: [{ ...window, to: '2020-08-19', confidence: 'possible', optional: true }],
          findings: [],
        },
      },
    ],
  }
}
