import type { Story } from './teller.ts'
import type { FirearmTruth } from './truth.ts'

const SEIZED = [
  {
    serial: 'S/N',
    make: 'artesanal',
    calibre: '12',
    type: 'arma artesanal',
    date: '2019-03-02',
    place: 'Lower Tarn',
    ref: 'L 0071/19',
  },
  {
    serial: 'sin numero',
    make: 'hechiza',
    calibre: 'cal 12',
    type: 'escopeta',
    date: '2019-12-11',
    place: 'Nim',
    ref: 'N 0944/19',
  },
  {
    serial: '',
    make: '',
    calibre: '.38',
    type: 'homemade firearm',
    date: '2021-02-08',
    place: 'Lower Tarn',
    ref: 'L 0029/21',
  },
  {
    serial: 'none found',
    make: 'craft made',
    calibre: '.22',
    type: 'pistol',
    date: '2022-07-25',
    place: 'Vard',
    ref: 'V 1503/22',
  },
] as const

/** Firearms that no factory made and no law ever knew. Without a number, no two of their records are one. */
export const craftMade: Story = (teller) => {
  const firearms = SEIZED.map(
    (cells): FirearmTruth => ({
      story: 'craft-made',
      twin: null,
      firearm: null,
      records: [teller.write('police', cells)],
      status: 'never-licit',
      windows: [],
      findings: [],
    }),
  )
  // Only the reference of the exhibit leads from the seizure to the laboratory.
  const { calibre, ref } = SEIZED[0]
  const examined = teller.write('examinations', {
    serial_state: 'never_marked',
    make: 'craft made',
    calibre,
    type: 'craft-made',
    date: '2019-03-20',
    ref,
    reason: 'made by hand, never marked',
  })
  const first = firearms[0]!
  const known = { ...first, records: [...first.records, examined], unreachable: [examined] }
  return { firearms: [{ ...known, findings: ['never marked'] }, ...firearms.slice(1)] }
}
