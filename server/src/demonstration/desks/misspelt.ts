import type { Row } from '../nation.ts'

/** Words as a clerk wrote them who had no table, in so many records. */
export interface Misspelt {
  readonly written: Row
  readonly records: number
}

const PISTOL = { model: '', calibre: '9x19mm', type: 'pistol' } as const
const REVOLVER = { model: '', calibre: '.38 Special', type: 'revolver' } as const
const SHOTGUN = { model: '', calibre: '12', type: 'shotgun' } as const

/** As a branch of the register heard them: each holds one word that no table knows. */
export const REGISTER_WORDS: readonly Misspelt[] = [
  { written: { make: 'Torus', ...PISTOL }, records: 7 },
  { written: { make: 'TORUS', ...PISTOL }, records: 2 },
  { written: { make: 'Bajkal', ...SHOTGUN }, records: 6 },
  { written: { make: 'Zastwa', ...PISTOL, calibre: '7.62x25mm' }, records: 5 },
  { written: { make: 'Smiht Wesn', ...REVOLVER }, records: 4 },
  { written: { make: 'Glck', ...PISTOL }, records: 3 },
  { written: { make: 'Glock', ...PISTOL, model: '17 Gen' }, records: 6 },
  { written: { make: 'Taurus', ...PISTOL, model: 'PT-92 L' }, records: 5 },
  { written: { make: 'CZ', ...PISTOL, model: '75 B short' }, records: 4 },
  { written: { make: 'Beretta', ...PISTOL, calibre: '9 m/m P' }, records: 8 },
  { written: { make: 'Baikal', ...SHOTGUN, calibre: '12 gge' }, records: 4 },
  { written: { make: 'Rossi', ...REVOLVER, calibre: '.38 SPC L' }, records: 3 },
  { written: { make: 'Taurus', ...PISTOL, type: 'pstl' }, records: 6 },
  { written: { make: 'Baikal', ...SHOTGUN, type: 'coach gun' }, records: 3 },
]

/** As a precinct wrote down what it seized. */
export const PRECINCT_WORDS: readonly Misspelt[] = [
  { written: { make: 'Torus', ...PISTOL }, records: 3 },
  { written: { make: 'Bretta', ...PISTOL }, records: 3 },
  { written: { make: 'Taurus', ...PISTOL, calibre: '9x91' }, records: 2 },
  { written: { make: 'Glock', ...PISTOL, calibre: '9 mil' }, records: 3 },
  { written: { make: 'CZ', ...PISTOL, type: 'hand weapon' }, records: 3 },
  { written: { make: 'Taurus', ...PISTOL, serial: 'polished off' }, records: 2 },
  { written: { make: 'Rossi', ...REVOLVER, serial: 'struck over' }, records: 2 },
]
