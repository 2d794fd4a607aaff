import { LINES } from './lines.ts'
import type { Story } from './teller.ts'
import { type FirearmTruth, LAWFUL } from './truth.ts'

/**
 * One buyer, three pistols in six days. One is met at the border four months later, and only then reported stolen; one
 * is seized, and was never reported.
 */
export const strawPurchase: Story = (teller) => {
  const [buyer, place] = ['H. Drevan', 'Lower Tarn']
  const bought = ['2021-03-03', '2021-03-05', '2021-03-08']
  const pistols = teller.make(LINES.taurusPistol, 2020, 3)
  const [first, second, third] = pistols.map((firearm, at): FirearmTruth => {
    const records = [
      teller.exact('transfers', firearm, { date: bought[at]!, holder: buyer, place, ref: 'TO' }),
      teller.exact('register', firearm, { date: bought[at]!, holder: buyer, place }),
    ]
    return { story: 'suspected straw purchase', twin: 'theft reported late', firearm, records, ...LAWFUL }
  }) as [FirearmTruth, FirearmTruth, FirearmTruth]
  const atTheBorder = [
    teller.worn('customs', pistols[0]!, { date: '2021-07-19', place: 'Port Averne', reason: 'hidden in a lorry' }),
    teller.exact('losses', pistols[0]!, {
      event: 'theft',
      date: '2021-03-20',
      reported: '2021-08-02',
      place,
      reason: 'reported when the police asked',
    }),
  ]
  const inTown = teller.worn('police', pistols[1]!, {
    date: '2021-09-11',
    place: 'Vard',
    reason: 'unlawful possession',
  })
  return {
    firearms: [
      {
        ...first,
        records: [...first.records, ...atTheBorder],
        status: 'illicit',
        windows: [
          {
            from: bought[0]!,
            to: '2021-03-20',
            orTo: ['2021-07-19'],
            kind: 'theft-private',
            alternatives: ['straw-purchase'],
            confidence: 'probable',
          },
        ],
        findings: ['theft reported late', 'short time to crime'],
      },
      {
        ...second,
        records: [...second.records, inTown],
        status: 'undetermined',
        windows: [
          {
            from: bought[1]!,
            to: '2021-09-11',
            kind: 'unknown',
            alternatives: ['straw-purchase', 'theft-private', 'loss'],
            confidence: 'possible',
            optional: true,
          },
        ],
        findings: ['short time to crime'],
      },
      third,
    ],
  }
}

/** A burglary while the holder was abroad: told six weeks later at most, and long before the pistol is seized. */
export const theftReportedLate: Story = (teller) => {
  const firearm = teller.makeOne(LINES.taurusPistol, 2013)
  const records = [
    teller.exact('register', firearm, { date: '2014-06-10', holder: 'T. Amsel', place: 'Lower Tarn' }),
    teller.worn('losses', firearm, {
      event: 'theft',
      date: '2020-07-10/2020-08-20',
      reported: '2020-08-24',
      place: 'Lower Tarn',
      reason: 'burglary while abroad',
    }),
    teller.worn('police', firearm, { date: '2022-05-07', place: 'Ostrel', reason: 'unlawful possession' }),
  ]
  return {
    firearms: [
      {
        story: 'theft reported late',
        twin: 'suspected straw purchase',
        firearm,
        records,
        status: 'illicit',
        windows: [{ from: '2014-06-10', to: '2020-08-20', kind: 'theft-private', confidence: 'documented' }],
        findings: ['window longer than five years'],
        never: ['theft reported late', 'short time to crime'],
      },
    ],
  }
}
