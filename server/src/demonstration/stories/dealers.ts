import { LINES } from './lines.ts'
import { inventedName } from './names.ts'
import type { Story } from './teller.ts'
import { type FirearmTruth, LAWFUL } from './truth.ts'

/** A small dealer loses four of eight pistols to thefts from the store, one at a time; three of them are met again. */
export const dealersThefts: Story = (teller) => {
  const story = 'thefts from one dealer'
  const [bought, dealer] = ['2018-02-05', 'Brodd Arms, Kessin']
  const thefts = ['2018-09-03', '2019-02-11', '2019-10-21', '2020-03-09']
  const firearms = teller.make(LINES.glock, 2017, 8).map((firearm, place): FirearmTruth => {
    const records = [
      teller.exact('deliveries', firearm, { date: bought, place: 'Kessin', ref: 'DN 4471', holder: dealer }),
    ]
    const common = { story, twin: 'large honest dealer', firearm, records }
    const to = thefts[place]
    if (to === undefined) {
      const sale = {
        date: `2018-0${place + 1}-17`,
        place: 'Kessin',
        holder: ['A. Kolb', 'R. Sund', 'I. Verhe', 'O. Lasker'][place - 4]!,
      }
      records.push(teller.exact('transfers', firearm, { ...sale, ref: 'BA' }))
      return { ...common, ...LAWFUL }
    }
    records.push(
      teller.exact('losses', firearm, {
        event: 'theft',
        date: to,
        reported: to,
        place: 'Kessin',
        reason: 'stolen from the dealer’s store',
      }),
    )
    const stolen = { from: bought, to, kind: 'theft-dealer', alternatives: ['corrupt-dealer'] } as const
    const life = { ...common, status: 'illicit', findings: [] } as const
    if (place === 3) return { ...life, windows: [{ ...stolen, confidence: 'probable' }] }
    if (place < 2) {
      const [date, where] = [
        ['2019-06-02', 'Vard'],
        ['2020-01-25', 'Nim'],
      ][place] as [string, string]
      records.push(teller.worn('police', firearm, { date, place: where, reason: 'found in a vehicle' }))
      return { ...life, windows: [{ ...stolen, confidence: 'documented' }] }
    }
    // The clerk found no number; the laboratory restored all but one character, under the exhibit's reference.
    const seizure = teller.worn('police', firearm, {
      serial: 'raspado',
      date: '2020-11-14',
      place: 'Vard',
      ref: 'V 2204/20',
      reason: 'robbery',
    })
    const restored = `${firearm.serial.slice(0, 1)}?${firearm.serial.slice(2)}`
    records.push(
      seizure,
      teller.exact('examinations', firearm, {
        serial: restored,
        serial_state: 'partial',
        date: '2020-12-02',
        ref: 'V 2204/20',
        reason: 'number restored',
      }),
    )
    const windows = [{ ...stolen, confidence: 'documented' }] as const
    return { ...life, windows, findings: ['mark obliterated'], unreachable: [seizure] }
  })
  return { firearms }
}

/** A large dealer sells twenty-one of twenty-four; three buyers are burgled, and as many pistols are met again. */
export const largeHonestDealer: Story = (teller) => {
  const story = 'large honest dealer'
  const dealer = 'Norrlund Trading, Vard'
  const burgled: Readonly<Record<number, readonly [theft: string, seizure: string]>> = {
    4: ['2019-07-27', '2020-05-04'],
    11: ['2020-12-24', '2022-03-19'],
    17: ['2021-08-15', '2022-10-30'],
  }
  const firearms = teller.make(LINES.glock, 2015, 24).map((firearm, place): FirearmTruth => {
    const records = [
      teller.exact('deliveries', firearm, { date: '2016-01-18', place: 'Vard', ref: 'DN 3902', holder: dealer }),
    ]
    const common = { story, twin: 'thefts from one dealer', firearm, records }
    if (place >= 21) return { ...common, ...LAWFUL }
    const sold = `${2016 + Math.floor(place / 6)}-${String(2 + (place % 6) * 2).padStart(2, '0')}-${10 + place}`
    records.push(
      teller.exact('transfers', firearm, {
        date: sold,
        place: 'Vard',
        holder: inventedName(20 + place),
        ref: 'NT',
      }),
    )
    const robbed = burgled[place]
    if (!robbed) return { ...common, ...LAWFUL }
    const [to, seized] = robbed
    records.push(
      teller.exact('losses', firearm, {
        event: 'theft',
        date: to,
        reported: to,
        place: 'Ostrel',
        reason: 'burglary of a dwelling',
      }),
      teller.worn('police', firearm, { date: seized, place: 'Vard', reason: 'unlawful possession' }),
    )
    const windows = [{ from: sold, to, kind: 'theft-private', confidence: 'documented' }] as const
    return { ...common, status: 'illicit', windows, findings: [] }
  })
  return { firearms }
}
