import { LINES } from './lines.ts'
import type { Story } from './teller.ts'
import { type FirearmTruth, LAWFUL } from './truth.ts'

/** Six pistols in a depot's book; two are gone after a break-in, and one of those is seized. */
export const stolenStateStock: Story = (teller) => {
  const [from, to] = ['2018-06-30', '2019-01-14']
  const firearms = teller.make(LINES.glock, 2012, 6).map((firearm, place): FirearmTruth => {
    const records = [
      teller.exact('army', firearm, { date: from, place: 'Hallow Cross', holder: 'Depot 4', ref: 'stocktaking 2018' }),
    ]
    const common = { story: 'stolen state stock', twin: 'service pistol examined', firearm, records }
    if (place > 1) return { ...common, ...LAWFUL }
    records.push(
      teller.exact('losses', firearm, {
        event: 'theft',
        date: `2019-01-12/${to}`,
        reported: '2019-01-15',
        place: 'Hallow Cross',
        reason: 'break-in at Depot 4',
      }),
    )
    if (place === 0)
      records.push(teller.worn('police', firearm, { date: '2020-10-08', place: 'Vard', reason: 'robbery' }))
    const confidence = place === 0 ? 'documented' : 'probable'
    return {
      ...common,
      status: 'illicit',
      windows: [{ from, to, kind: 'theft-state-stock', confidence }],
      findings: [],
    }
  })
  return { firearms }
}

/** An officer fired; the pistol stands among the seizures like all others, is examined, and goes back into service. */
export const servicePistolExamined: Story = (teller) => {
  const firearm = teller.makeOne(LINES.cz, 2014)
  const ref = 'V 0207/20'
  const records = [
    teller.exact('serviceWeapons', firearm, { date: '2019-12-31', place: 'Vard', holder: 'Vard precinct' }),
    teller.worn('police', firearm, {
      date: '2020-03-02',
      place: 'Vard',
      ref,
      reason: 'service pistol, secured after a shooting',
    }),
    teller.exact('examinations', firearm, { date: '2020-03-11', ref, reason: 'functions as made' }),
    teller.exact('allocations', firearm, { date: '2020-04-20', place: 'Vard', ref, reason: 'back into service' }),
  ]
  return {
    firearms: [
      {
        story: 'service pistol examined',
        twin: 'stolen state stock',
        firearm,
        records,
        status: 'lawful',
        windows: [{ from: '2019-12-31', to: '2020-03-02', kind: 'unknown', confidence: 'possible', optional: true }],
        findings: [],
        never: ['recovered again'],
      },
    ],
  }
}
