import { LINES } from './lines.ts'
import type { Story } from './teller.ts'
import { LAWFUL } from './truth.ts'

/** Two makers gave one number, both to revolvers that two people hold; one of them is stolen and seized. */
export const oneSerialTwoMakes: Story = (teller) => {
  const story = 'one serial under two makes'
  const twin = 'importer written as maker'
  const taurus = teller.makeOne(LINES.taurusRevolver, 2006)
  const { letters: _, ...line } = LINES.rossi
  const rossi = { ...line, serial: taurus.serial, year: 2008 }
  const held = teller.exact('register', taurus, { date: '2007-03-19', holder: 'V. Rasko', place: 'Vard' })
  const records = [
    teller.exact('register', rossi, { date: '2009-10-02', holder: 'L. Ottmar', place: 'Kessin' }),
    teller.exact('losses', rossi, { event: 'theft', date: '2018-02-11', reported: '2018-02-11', place: 'Kessin' }),
    teller.write('police', {
      serial: rossi.serial,
      make: 'amadeo rossi',
      calibre: '38',
      type: 'revolver',
      date: '2020-06-27',
      place: 'Vard',
      ref: 'V 1002/20',
    }),
  ]
  return {
    firearms: [
      { story, twin, firearm: taurus, records: [held], ...LAWFUL },
      {
        story,
        twin,
        firearm: rossi,
        records,
        status: 'illicit',
        windows: [{ from: '2009-10-02', to: '2018-02-11', kind: 'theft-private', confidence: 'documented' }],
        findings: ['window longer than five years'],
      },
    ],
    notSame: records.map((record) => ({ story, why: 'one number, two makers', records: [held, record] })),
  }
}

/** The importer's name stands where the maker's should: two makes in the records, and one pistol. */
export const importerAsMaker: Story = (teller) => {
  const firearm = teller.makeOne(LINES.cz, 2011)
  const records = [
    teller.exact('register', firearm, {
      importer: 'Transarms',
      date: '2012-01-24',
      holder: 'D. Ferro',
      place: 'Ostrel',
    }),
    teller.exact('losses', firearm, { event: 'theft', date: '2016-05-05', reported: '2016-05-06', place: 'Ostrel' }),
    teller.exact('police', firearm, { make: 'Transarms', model: '', country: 'DE', date: '2021-01-16', place: 'Vard' }),
  ]
  return {
    firearms: [
      {
        story: 'importer written as maker',
        twin: 'one serial under two makes',
        firearm,
        records,
        status: 'illicit',
        windows: [{ from: '2012-01-24', to: '2016-05-05', kind: 'theft-private', confidence: 'documented' }],
        findings: [],
      },
    ],
  }
}
