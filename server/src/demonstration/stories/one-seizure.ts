import { LINES } from './lines.ts'
import type { Story } from './teller.ts'

/** Police, customs and border police stop one van, and each writes down both pistols: two recoveries, six records. */
export const oneSeizureThreeServices: Story = (teller) => {
  const story = 'one seizure reported by three services'
  const pistols = teller.make(LINES.taurusPistol, 2014, 2)
  const [first, second] = pistols as [(typeof pistols)[number], (typeof pistols)[number]]
  const registered = [
    teller.exact('register', first, { date: '2015-05-28', holder: 'I. Benda', place: 'Kessin' }),
    teller.exact('losses', first, { event: 'theft', date: '2019-11-17', reported: '2019-11-17', place: 'Kessin' }),
  ]
  const [ofFirst, ofSecond] = [first, second].map((firearm) => [
    teller.exact('police', firearm, { date: '2023-05-06', place: 'Hallow Cross', ref: 'H 0418/23' }),
    teller.worn('customs', firearm, { date: '2023-05-06', place: 'Hallow Cross', ref: 'HC 23-0077' }),
    teller.worn('borderPolice', firearm, { date: '2023-05-07', place: 'Hallow Cross', ref: 'BP/5/23/19' }),
  ]) as [ReturnType<typeof teller.exact>[], ReturnType<typeof teller.exact>[]]
  const common = { story, twin: null, findings: [], never: ['recovered again'] } as const
  return {
    firearms: [
      {
        ...common,
        firearm: first,
        records: [...registered, ...ofFirst],
        status: 'illicit',
        windows: [{ from: '2015-05-28', to: '2019-11-17', kind: 'theft-private', confidence: 'documented' }],
      },
      {
        ...common,
        firearm: second,
        records: ofSecond,
        status: 'undetermined',
        windows: [{ from: null, to: '2023-05-06', kind: 'unknown', confidence: 'possible', optional: true }],
      },
    ],
    oneRecovery: [
      { story, records: ofFirst },
      { story, records: ofSecond },
    ],
    notSame: ofSecond.map((record) => ({
      story,
      why: 'neighbours of one consignment',
      records: [ofFirst[0]!, record],
    })),
  }
}
