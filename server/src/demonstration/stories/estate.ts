import { LINES } from './lines.ts'
import type { Story } from './teller.ts'

/** Three handguns in a dead man's drawer: a licence that lapsed, one from before any register, and an antique. */
export const estate: Story = (teller) => {
  const story = 'estate’s drawer'
  const lapsed = teller.makeOne(LINES.smithWesson, 1985)
  const older = teller.makeOne(LINES.steyr, 1914)
  const antique = teller.makeOne(LINES.webley, 1889)
  const entry = { date: '1986-05-12', until: '1996-12-31', holder: 'G. Wendt', place: 'Nim' }
  const registered = teller.exact('register', lapsed, entry)
  const broughtIn = {
    date: '2022-03-08',
    place: 'Nim',
    ref: 'F 22/071',
    reason: 'found in an estate, brought in by the heirs',
  }
  const [first, second, third] = [
    teller.worn('found', lapsed, broughtIn),
    teller.exact('found', older, broughtIn),
    teller.exact('found', antique, broughtIn),
  ]
  const recovered = { to: '2022-03-08', confidence: 'possible', optional: true } as const
  return {
    firearms: [
      {
        story,
        twin: null,
        firearm: lapsed,
        records: [registered, first],
        status: 'undetermined',
        windows: [
          {
            ...recovered,
            from: '1996-12-31',
            kind: 'inheritance-unregistered',
            alternatives: ['overdue-licence', 'unknown'],
          },
        ],
        findings: [],
        never: ['short time to crime'],
      },
      {
        story,
        twin: null,
        firearm: older,
        records: [second],
        status: 'undetermined',
        windows: [{ ...recovered, from: null, kind: 'inheritance-unregistered', alternatives: ['unknown'] }],
        findings: [],
      },
      {
        story,
        twin: null,
        firearm: antique,
        records: [third],
        status: 'excluded',
        windows: [],
        findings: ['antique, year to confirm'],
      },
    ],
  }
}
