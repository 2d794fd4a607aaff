import { LINES } from './lines.ts'
import type { Story } from './teller.ts'
import { type FirearmTruth, LAWFUL } from './truth.ts'

const EXPORTER = 'Halden Arms, Port Averne'

/**
 * Twelve pistols leave for XB under one licence, eight arrive, and two of the four that did not are seized at home. The
 * licence alone looks no worse than that of the next story.
 */
export const divertedConsignment: Story = (teller) => {
  const story = 'diverted consignment'
  const pistols = teller.make(LINES.taurusPistol, 2017, 12)
  const { make, model, calibre, type, country } = pistols[0]!
  const goods = { make, model, calibre, type, country, quantity: '12' }
  const licences = [
    teller.write('importLicences', {
      ...goods,
      date: '2017-09-01',
      until: '2018-08-31',
      ref: 'IL 2017/118',
      holder: EXPORTER,
    }),
    teller.write('exportLicences', {
      ...goods,
      date: '2019-01-15',
      until: '2019-12-31',
      ref: 'EL 2019/031',
      place: 'XB',
      holder: EXPORTER,
      reason: 'sale to Sarn Outfitters, XB',
    }),
  ]
  const firearms = pistols.map((firearm, place): FirearmTruth => {
    const records = [
      teller.exact('deliveries', firearm, {
        event: 'import',
        date: '2017-11-14',
        place: 'Port Averne',
        ref: 'IL 2017/118',
        holder: EXPORTER,
      }),
      teller.exact('deliveries', firearm, {
        event: 'export',
        date: '2019-03-04',
        place: 'Port Averne',
        ref: 'EL 2019/031',
      }),
    ]
    const common = { story, twin: 'cancelled balance', firearm, records }
    if (place < 8) {
      records.push(
        teller.exact('deliveries', firearm, {
          event: 'delivery',
          date: '2019-03-27',
          place: 'Sarn, XB',
          ref: 'EL 2019/031',
        }),
      )
      return { ...common, ...LAWFUL }
    }
    const missing = { ...common, status: 'undetermined', findings: ['export without import'] } as const
    const seized = { 8: ['2020-09-12', 'Vard'], 9: ['2021-05-30', 'Ostrel'] }[place]
    if (!seized) return { ...missing, windows: [] }
    const [to, where] = seized as [string, string]
    records.push(teller.worn('police', firearm, { date: to, place: where, reason: 'unlawful possession' }))
    const window = { from: '2019-03-04', to, kind: 'diversion-in-transit', confidence: 'possible' } as const
    return { ...missing, windows: [{ ...window, alternatives: ['unauthorised-re-export', 'unknown'] }] }
  })
  const [brought, sent] = licences.map((licence) => ({
    story,
    licences: [licence],
    authorised: 12,
    shipped: 12,
    cancelled: 0,
  }))
  return {
    firearms,
    consignments: [
      { ...brought!, delivered: 12 },
      { ...sent!, delivered: 8 },
    ],
  }
}

/** Twelve were licensed, eight were shipped and arrived, the balance was cancelled and sold at home. */
export const cancelledBalance: Story = (teller) => {
  const story = 'cancelled balance'
  const pistols = teller.make(LINES.cz, 2018, 12)
  const { make, model, calibre, type, country } = pistols[0]!
  const goods = { make, model, calibre, type, country }
  const licence = { ...goods, ref: 'EL 2019/044', place: 'XC', holder: EXPORTER }
  const licences = [
    teller.write('exportLicences', {
      ...licence,
      quantity: '12',
      date: '2019-04-02',
      until: '2019-12-31',
      reason: 'sale to Toll Sports, XC',
    }),
    teller.write('exportLicences', {
      ...licence,
      quantity: '4',
      date: '2019-12-31',
      reason: 'balance cancelled, not shipped',
    }),
  ]
  const brought = teller.write('importLicences', {
    ...goods,
    quantity: '12',
    date: '2018-06-11',
    until: '2019-06-10',
    ref: 'IL 2018/072',
    holder: EXPORTER,
  })
  const buyers = ['N. Brekke', 'S. Aldersen', 'M. Torvik', 'P. Lunde']
  const firearms = pistols.map((firearm, place): FirearmTruth => {
    const records = [
      teller.exact('deliveries', firearm, {
        event: 'import',
        date: '2018-09-20',
        place: 'Port Averne',
        ref: 'IL 2018/072',
        holder: EXPORTER,
      }),
    ]
    if (place < 8)
      records.push(
        teller.exact('deliveries', firearm, {
          event: 'export',
          date: '2019-06-11',
          place: 'Port Averne',
          ref: 'EL 2019/044',
        }),
        teller.exact('deliveries', firearm, {
          event: 'delivery',
          date: '2019-06-29',
          place: 'Toll, XC',
          ref: 'EL 2019/044',
        }),
      )
    else
      records.push(
        teller.exact('register', firearm, {
          date: `2020-02-${10 + place}`,
          holder: buyers[place - 8]!,
          place: 'Port Averne',
        }),
      )
    return { story, twin: 'diverted consignment', firearm, records, ...LAWFUL, never: ['export without import'] }
  })
  return {
    firearms,
    consignments: [
      { story, licences: [brought], authorised: 12, shipped: 12, delivered: 12, cancelled: 0 },
      { story, licences, authorised: 12, shipped: 8, delivered: 8, cancelled: 4 },
    ],
  }
}
