import type { TrueFirearm } from '../firearms.ts'

/** What a maker's firearms of one model have in common. */
export interface Line extends Omit<TrueFirearm, 'serial' | 'year'> {
  /** The letters of the prefix; the second is drawn where it is not given. */
  readonly letters: readonly [first: string, second?: string]
}

const pistol = (make: string, model: string, country: string, first: string): Line => ({
  make,
  model,
  calibre: '9x19mm',
  type: 'pistol',
  country,
  letters: [first],
})
const revolver = (make: string, model: string, country: string, first: string): Line => ({
  ...pistol(make, model, country, first),
  calibre: '.38 Special',
  type: 'revolver',
})

export const LINES = {
  taurusPistol: pistol('Taurus', 'PT 92', 'BR', 'T'),
  glock: pistol('Glock', '17', 'AT', 'G'),
  beretta: pistol('Beretta', '92FS', 'IT', 'B'),
  cz: pistol('CZ', '75', 'CZ', 'C'),
  taurusRevolver: revolver('Taurus', '82', 'BR', 'T'),
  rossi: revolver('Rossi', 'M88', 'BR', 'R'),
  smithWesson: revolver('Smith & Wesson', '10', 'US', 'W'),
  ekol: { make: 'Ekol', model: '', calibre: '9mm P.A.K.', type: 'alarm pistol', country: 'TR', letters: ['E'] },
  // Letters that Cyrillic writes alike.
  yugoslav: {
    make: 'Zastava',
    model: 'M57',
    calibre: '7.62x25mm',
    type: 'pistol',
    country: 'Yugoslavia',
    letters: ['T', 'K'],
  },
  mauser: { make: 'Mauser', model: 'K98', calibre: '7.92x57mm', type: 'rifle', country: 'DE', letters: ['M'] },
  steyr: {
    make: 'Steyr',
    model: '1912',
    calibre: '9x23mm Steyr',
    type: 'pistol',
    country: 'Austria-Hungary',
    letters: ['S'],
  },
  webley: { make: 'Webley', model: 'RIC', calibre: '.450', type: 'revolver', country: 'GB', letters: ['W'] },
} as const satisfies Readonly<Record<string, Line>>
