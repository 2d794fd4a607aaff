import { LINES } from './lines.ts'
import type { Story } from './teller.ts'

/** Latin letters as Cyrillic writes them. */
const CYRILLIC: Readonly<Record<string, string>> = { T: 'Т', K: 'К' }

/** Made in a state that is gone: three clerks name three countries, one in another script, and it is one pistol. */
export const formerState: Story = (teller) => {
  const firearm = teller.makeOne(LINES.yugoslav, 1978)
  const serial = [...firearm.serial].map((one) => CYRILLIC[one] ?? one).join('')
  const records = [
    teller.exact('register', firearm, { date: '2012-06-11', holder: 'J. Markwin', place: 'Hallow Cross' }),
    teller.exact('losses', firearm, {
      country: 'SFRJ',
      event: 'theft',
      date: '2016-09-17',
      reported: '2016-09-18',
      place: 'Hallow Cross',
    }),
    teller.write('borderPolice', {
      serial,
      make: 'Црвена застава',
      model: 'M57',
      calibre: '7,62x25',
      type: 'пиштољ',
      country: 'Србија',
      date: '2018-12-01',
      place: 'Hallow Cross',
      ref: 'BP/12/18/3',
    }),
  ]
  return {
    firearms: [
      {
        story: 'manufacturing state that no longer exists',
        twin: null,
        firearm,
        records,
        status: 'illicit',
        windows: [{ from: '2012-06-11', to: '2016-09-17', kind: 'theft-private', confidence: 'documented' }],
        findings: [],
      },
    ],
  }
}
