import { KNOWN_FIREARM } from '../firearms.ts'
import { SOURCES, type SourceWord } from '../sources.ts'
import type { Story } from './teller.ts'
import type { RecordReference } from './truth.ts'

/** What every day brings of it: its entry in the register, its theft, and two recoveries. */
const everyday = (source: SourceWord, key: string): RecordReference => ({ source: SOURCES[source].name, key })

/**
 * The firearm of the first page, from its maker on: licensed, imported, registered, sold to a guard company, seen by an
 * inspector, stolen, seized, and seized again although no record let it out.
 */
export const seizedTwice: Story = (teller) => {
  const importer = 'Halden Arms, Port Averne'
  const [dealer, company] = ['Norrlund Trading, Vard', 'Averne Harbour Guard, Vard']
  const licence = 'IL 2010/037'
  const exhibit = 'O 4471/21'
  const records = [
    teller.exact('importLicences', KNOWN_FIREARM, {
      date: '2010-05-17',
      until: '2011-05-16',
      ref: licence,
      holder: importer,
    }),
    teller.exact('traces', KNOWN_FIREARM, {
      event: 'manufacture',
      date: '2010-11/2011-01',
      reported: '2022-02-08',
      ref: 'BR 0418/21',
      reason: `BR: made by the maker and sent to ${importer}`,
    }),
    teller.exact('deliveries', KNOWN_FIREARM, {
      event: 'import',
      date: '2011-02-09',
      place: 'Port Averne',
      ref: licence,
      holder: importer,
    }),
    everyday('register', 'L-00001'),
    teller.exact('deliveries', KNOWN_FIREARM, { date: '2014-04-16', place: 'Vard', ref: 'DN 5120', holder: dealer }),
    teller.write('transfers', {
      serial: 'TKR-1048',
      make: 'TAURUS',
      model: 'PT92',
      calibre: '9 Para',
      type: 'pistol',
      country: 'Brazil',
      year: '2011',
      date: '2014-09-02',
      place: 'Vard',
      ref: 'NT',
      holder: company,
    }),
    teller.exact('inspections', KNOWN_FIREARM, {
      date: '2019-02-11',
      place: 'Vard',
      ref: 'IN 19/057',
      reason: 'seen in the company’s store',
    }),
    everyday('losses', 'T-00000'),
    teller.write('police', {
      serial: 'TKR1048',
      make: 'taurus',
      model: 'PT 92',
      calibre: '9 MM',
      type: 'pistol',
      country: 'BRA',
      year: '2011',
      date: '2021-11-07',
      place: 'Ostrel',
      ref: exhibit,
      reason: 'stopped in a vehicle',
    }),
    teller.exact('examinations', KNOWN_FIREARM, { date: '2022-03-18', ref: exhibit, reason: 'kept as an exhibit' }),
    everyday('police', 'S-00000'),
    everyday('customs', 'B-00000'),
  ]
  return {
    firearms: [
      {
        story: 'seized twice',
        twin: null,
        firearm: KNOWN_FIREARM,
        records,
        status: 'illicit',
        windows: [
          { from: '2019-02-11', to: '2020-06-30', kind: 'theft-private', confidence: 'documented' },
          {
            from: '2022-03-18',
            orFrom: ['2021-11-07'],
            to: '2023-04-02',
            kind: 'theft-state-stock',
            alternatives: ['unknown'],
            confidence: 'possible',
          },
          {
            from: '2023-04-02',
            to: '2024-02-11',
            kind: 'theft-state-stock',
            alternatives: ['unknown'],
            confidence: 'possible',
          },
        ],
        findings: ['recovered again'],
        never: ['short time to crime', 'theft reported late', 'window longer than five years'],
      },
    ],
  }
}
