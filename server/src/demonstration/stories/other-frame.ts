import { LINES } from './lines.ts'
import type { Story } from './teller.ts'

/** A seized pistol bears the slide of one that is still wanted: two firearms, and only one of them came back. */
export const slideOnAnotherFrame: Story = (teller) => {
  const story = 'slide on another frame'
  const wanted = teller.makeOne(LINES.glock, 2014)
  const seized = teller.makeOne(LINES.glock, 2015)
  const missing = [
    teller.exact('register', wanted, { date: '2015-03-17', holder: 'A. Tessin', place: 'Ostrel' }),
    teller.exact('losses', wanted, { event: 'theft', date: '2017-09-30', reported: '2017-10-01', place: 'Ostrel' }),
  ]
  const both = teller.exact('police', seized, {
    serial: `frame ${seized.serial}; slide ${wanted.serial}`,
    date: '2021-04-15',
    place: 'Vard',
    ref: 'V 0666/21',
  })
  const held = [teller.exact('register', seized, { date: '2016-01-12', holder: 'Z. Arlo', place: 'Vard' }), both]
  const common = { story, twin: null, findings: ['part on another firearm'] } as const
  return {
    firearms: [
      {
        ...common,
        firearm: wanted,
        records: missing,
        parts: [{ record: both, part: 'slide' }],
        status: 'illicit',
        windows: [{ from: '2015-03-17', to: '2017-09-30', kind: 'theft-private', confidence: 'probable' }],
      },
      {
        ...common,
        firearm: seized,
        records: held,
        status: 'undetermined',
        windows: [{ from: '2016-01-12', to: '2021-04-15', kind: 'unknown', confidence: 'possible', optional: true }],
      },
    ],
    notSame: [{ story, why: 'the slide is one firearm’s, the frame another’s', records: [missing[1]!, both] }],
  }
}
