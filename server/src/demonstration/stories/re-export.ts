import type { Line } from './lines.ts'
import { LINES } from './lines.ts'
import type { Story, Teller } from './teller.ts'
import { LAWFUL } from './truth.ts'

/** Two pistols that were exported to XB and arrived there. */
function exported(teller: Teller, line: Line, ref: string) {
  const pistols = teller.make(line, 2014, 2)
  const { make, model, calibre, type, country } = pistols[0]!
  const holder = 'Halden Arms, Port Averne'
  const goods = { make, model, calibre, type, country, quantity: '2' }
  const terms = { date: '2015-06-01', until: '2016-05-31', place: 'XB', ref, holder }
  const licence = teller.write('exportLicences', { ...goods, ...terms, reason: 'end user: Sarn Outfitters, XB' })
  const arrived = pistols.map((firearm) => [
    teller.exact('deliveries', firearm, { event: 'export', date: '2015-09-07', place: 'Port Averne', ref, holder }),
    teller.exact('deliveries', firearm, { event: 'delivery', date: '2015-09-25', place: 'Sarn, XB', ref }),
  ])
  return { licence, pistols, arrived }
}

/** XB answers that it sent them on to XC; XC confirms nothing, and one of them is met at the border. */
export const unconfirmedReExport: Story = (teller) => {
  const story = 're-export unconfirmed'
  const twin = 're-export confirmed'
  const { licence, pistols, arrived } = exported(teller, LINES.beretta, 'EL 2015/019')
  const [first, second] = pistols.map((firearm, place) => [
    ...arrived[place]!,
    teller.exact('traces', firearm, {
      event: 'export',
      date: '2017-02-14',
      reported: '2018-01-22',
      place: 'Sarn, XB',
      ref: 'XB 0042/18',
      reason: 'XB: re-exported to XC; delivery not confirmed',
    }),
  ])
  const seized = teller.worn('customs', pistols[0]!, {
    date: '2019-10-30',
    place: 'Hallow Cross',
    reason: 'coach from XD',
  })
  const common = { story, twin, status: 'undetermined', findings: ['export without import'] } as const
  return {
    firearms: [
      {
        ...common,
        firearm: pistols[0]!,
        records: [...first!, seized],
        windows: [
          {
            from: '2017-02-14',
            to: '2019-10-30',
            kind: 'unauthorised-re-export',
            alternatives: ['diversion-in-transit', 'unknown'],
            confidence: 'possible',
          },
        ],
      },
      { ...common, firearm: pistols[1]!, records: second!, windows: [] },
    ],
    consignments: [{ story, licences: [licence], authorised: 2, shipped: 2, delivered: 2, cancelled: 0 }],
  }
}

/** XB sent these on as well, and XC has them. */
export const confirmedReExport: Story = (teller) => {
  const story = 're-export confirmed'
  const { licence, pistols, arrived } = exported(teller, LINES.beretta, 'EL 2015/020')
  const firearms = pistols.map((firearm, place) => {
    const told = { reported: '2018-01-22', ref: 'XB 0043/18' }
    const records = [
      ...arrived[place]!,
      teller.exact('traces', firearm, {
        ...told,
        event: 'export',
        date: '2017-03-20',
        place: 'Sarn, XB',
        reason: 'XB: re-exported to XC',
      }),
      teller.exact('traces', firearm, {
        ...told,
        event: 'delivery',
        date: '2017-04-11',
        place: 'Toll, XC',
        reason: 'XC: received',
      }),
    ]
    return {
      story,
      twin: 're-export unconfirmed',
      firearm,
      records,
      ...LAWFUL,
      never: ['export without import'] as const,
    }
  })
  return {
    firearms,
    consignments: [{ story, licences: [licence], authorised: 2, shipped: 2, delivered: 2, cancelled: 0 }],
  }
}
