import { LINES, type Line } from './lines.ts'
import { inventedName } from './names.ts'
import type { Story } from './teller.ts'
import type { FirearmTruth } from './truth.ts'

interface HandedIn {
  readonly line: Line
  readonly year: number
  readonly date: string
  /** When it was registered, if it was. */
  readonly registered?: string
  readonly stolen?: string
  readonly destroyed?: string
  readonly withoutNumber?: true
}

const HANDED_IN: readonly HandedIn[] = [
  { line: LINES.rossi, year: 1994, date: '2021-10-04', registered: '1995-02-14', destroyed: '2022-02-15' },
  { line: LINES.taurusRevolver, year: 1996, date: '2021-10-05', registered: '1997-07-01', destroyed: '2022-02-15' },
  { line: LINES.cz, year: 2001, date: '2021-10-05', registered: '2002-03-11' },
  { line: LINES.beretta, year: 1999, date: '2021-10-11', registered: '2000-09-28', destroyed: '2022-02-15' },
  { line: LINES.smithWesson, year: 1989, date: '2021-10-13', registered: '1990-12-03' },
  { line: LINES.mauser, year: 1944, date: '2021-10-18' },
  { line: LINES.rossi, year: 1983, date: '2021-10-20' },
  { line: LINES.taurusPistol, year: 2004, date: '2021-10-22' },
  { line: LINES.smithWesson, year: 1978, date: '2021-10-25', withoutNumber: true },
  { line: LINES.glock, year: 2013, date: '2021-10-29', registered: '2014-04-08', stolen: '2016-08-21' },
]

/** What people bring when nobody asks how they came by it: most of it lapsed or inherited, one of it stolen. */
export const amnesty: Story = (teller) => {
  const firearms = HANDED_IN.map((handedIn, place): FirearmTruth => {
    const { line, year, date, registered, stolen, destroyed, withoutNumber } = handedIn
    const firearm = teller.makeOne(line, year)
    const records = []
    if (registered)
      records.push(teller.exact('register', firearm, { date: registered, holder: inventedName(place), place: 'Vard' }))
    if (stolen)
      records.push(teller.exact('losses', firearm, { event: 'theft', date: stolen, reported: stolen, place: 'Vard' }))
    const ref = `SC 21/${String(101 + place)}`
    const cells = { date, place: place % 2 ? 'Vard' : 'Kessin', ref, reason: 'amnesty' }
    const given = withoutNumber
      ? teller.worn('surrender', firearm, { ...cells, serial: 'S/N' })
      : teller.worn('surrender', firearm, cells)
    records.push(given)
    if (destroyed) records.push(teller.exact('destructions', firearm, { date: destroyed, place: 'Vard', ref }))
    const common = {
      story: 'amnesty',
      twin: null,
      firearm,
      records,
      never: ['destroyed yet seen', 'recovered again'] as const,
    }
    if (registered && stolen) {
      const windows = [{ from: registered, to: stolen, kind: 'theft-private', confidence: 'documented' }] as const
      return { ...common, status: 'illicit', windows, findings: [] }
    }
    return {
      ...common,
      status: 'undetermined',
      ...(registered ? { orStatus: ['lawful'] } : {}),
      windows: [{ from: registered ?? null, to: date, kind: 'unknown', confidence: 'possible', optional: true }],
      findings: [],
    }
  })
  return { firearms }
}
