import { LINES } from './lines.ts'
import type { Story } from './teller.ts'
import { LAWFUL } from './truth.ts'

/** The register took a renewal for a new firearm: two live entries, and one pistol in one hand. */
export const renewedEntry: Story = (teller) => {
  const firearm = teller.makeOne(LINES.cz, 2003)
  const holder = 'Q. Hedlund'
  const serial = `${firearm.serial.slice(0, 4)}-${firearm.serial.slice(4)}`
  const records = [
    teller.exact('register', firearm, { date: '2004-05-06', until: '2018-12-31', holder, place: 'Ostrel' }),
    teller.exact('register', firearm, { serial, date: '2019-01-15', until: '2028-12-31', holder, place: 'Ostrel' }),
  ]
  return {
    firearms: [{ story: 'renewed entry', twin: null, firearm, records, ...LAWFUL, findings: ['listed twice'] }],
  }
}
