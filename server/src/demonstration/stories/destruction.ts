import { LINES } from './lines.ts'
import type { Story } from './teller.ts'

/** Surrendered, destroyed on record, and seized five years later with every word of its record. */
export const destroyedYetSeen: Story = (teller) => {
  const firearm = teller.makeOne(LINES.smithWesson, 1998)
  const records = [
    teller.exact('register', firearm, { date: '1999-03-30', holder: 'W. Harm', place: 'Nim' }),
    teller.exact('surrender', firearm, { date: '2015-03-12', place: 'Nim', ref: 'SC 15/208' }),
    teller.exact('destructions', firearm, { date: '2016-04-12', place: 'Vard', ref: 'D 16/0412' }),
    teller.exact('police', firearm, { date: '2021-08-30', place: 'Ostrel', reason: 'robbery', ref: 'O 0902/21' }),
  ]
  return {
    firearms: [
      {
        story: 'destroyed on record yet seen again',
        twin: 'wrong certificate number',
        firearm,
        records,
        status: 'undetermined',
        orStatus: ['illicit'],
        windows: [
          {
            from: '2016-04-12',
            orFrom: ['2015-03-12'],
            to: '2021-08-30',
            kind: 'theft-state-stock',
            alternatives: ['unknown'],
            confidence: 'possible',
          },
        ],
        findings: ['destroyed yet seen', 'window longer than five years'],
      },
    ],
  }
}

/**
 * The certificate of one pistol bears the number of another, two digits exchanged. The one that it names was never in
 * the furnace: it lives on in its holder's hands. Whoever looks at the records alone must allow for that.
 */
export const wrongCertificateNumber: Story = (teller) => {
  const story = 'wrong certificate number'
  const twin = 'destroyed on record yet seen again'
  const destroyed = { ...teller.makeOne(LINES.beretta, 2002) }
  const digits = [...destroyed.serial]
  const [before, last] = [digits.at(-2)!, digits.at(-1)!]
  // Digits that differ, so that to exchange them gives another number.
  const end = before === last ? `${before}${(Number(last) + 1) % 10}` : `${before}${last}`
  const numbered = { ...destroyed, serial: `${destroyed.serial.slice(0, -2)}${end}` }
  const alive = { ...destroyed, serial: `${destroyed.serial.slice(0, -2)}${end[1]}${end[0]}` }
  const certificate = teller.exact('destructions', alive, { date: '2016-04-12', place: 'Vard', ref: 'D 16/0413' })
  const handedIn = [
    teller.exact('register', numbered, { date: '2003-09-09', holder: 'E. Ligeti', place: 'Vard' }),
    teller.exact('surrender', numbered, { date: '2016-02-08', place: 'Vard', ref: 'SC 16/011' }),
  ]
  const living = [
    teller.exact('register', alive, { date: '2006-05-17', holder: 'B. Skane', place: 'Kessin' }),
    teller.exact('transfers', alive, { date: '2019-03-25', holder: 'C. Skane', place: 'Kessin', ref: 'private' }),
    teller.exact('police', alive, {
      date: '2021-11-02',
      place: 'Kessin',
      ref: 'K 0710/21',
      reason: 'held during a dispute',
    }),
    teller.exact('returns', alive, { date: '2021-12-14', place: 'Kessin', ref: 'K 0710/21', holder: 'C. Skane' }),
  ]
  return {
    firearms: [
      {
        story,
        twin,
        firearm: numbered,
        records: [...handedIn, certificate],
        unreachable: [certificate],
        status: 'undetermined',
        orStatus: ['lawful'],
        windows: [{ from: '2003-09-09', to: '2016-02-08', kind: 'unknown', confidence: 'possible', optional: true }],
        findings: [],
      },
      {
        story,
        twin,
        firearm: alive,
        records: living,
        status: 'lawful',
        windows: [{ from: '2019-03-25', to: '2021-11-02', kind: 'unknown', confidence: 'possible', optional: true }],
        findings: ['destroyed yet seen'],
      },
    ],
    notSame: [{ story, why: 'the certificate bears another firearm’s number', records: [certificate, living[0]!] }],
  }
}
