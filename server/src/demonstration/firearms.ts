import type { Chances } from './random.ts'

/** A firearm of the invented nation, as it truly is. */
export interface TrueFirearm {
  readonly serial: string
  readonly make: string
  readonly model: string
  readonly calibre: string
  readonly type: string
  readonly country: string
  readonly year: number
}

interface Line {
  readonly make: string
  readonly country: string
  readonly first: string
  readonly models: readonly (readonly [model: string, calibre: string, type: string])[]
}

/**
 * Real makes, so that reading can be seen at work. The serials have shapes that these makers do not use, so that none
 * was ever read on a firearm.
 */
const LINES: readonly Line[] = [
  {
    make: 'Taurus',
    country: 'BR',
    first: 'T',
    models: [
      ['PT 92', '9x19mm', 'pistol'],
      ['PT 838', '.380 ACP', 'pistol'],
      ['82', '.38 Special', 'revolver'],
    ],
  },
  {
    make: 'Glock',
    country: 'AT',
    first: 'G',
    models: [
      ['17', '9x19mm', 'pistol'],
      ['19', '9x19mm', 'pistol'],
      ['22', '.40 S&W', 'pistol'],
    ],
  },
  {
    make: 'Beretta',
    country: 'IT',
    first: 'B',
    models: [
      ['92FS', '9x19mm', 'pistol'],
      ['A400', '12', 'shotgun'],
    ],
  },
  {
    make: 'CZ',
    country: 'CZ',
    first: 'C',
    models: [
      ['75', '9x19mm', 'pistol'],
      ['527', '.223 Remington', 'rifle'],
    ],
  },
  {
    make: 'Smith & Wesson',
    country: 'US',
    first: 'W',
    models: [
      ['M&P9', '9x19mm', 'pistol'],
      ['10', '.38 Special', 'revolver'],
    ],
  },
  {
    make: 'Zastava',
    country: 'RS',
    first: 'Z',
    models: [
      ['M57', '7.62x25mm', 'pistol'],
      ['M70', '7.65mm', 'pistol'],
      ['M48', '7.92x57mm', 'rifle'],
    ],
  },
  {
    make: 'Rossi',
    country: 'BR',
    first: 'R',
    models: [
      ['M88', '.38 Special', 'revolver'],
      ['Puma', '.38 Special', 'rifle'],
    ],
  },
  {
    make: 'Baikal',
    country: 'RU',
    first: 'K',
    models: [
      ['MP-153', '12', 'shotgun'],
      ['IZH-27', '12', 'shotgun'],
    ],
  },
]

const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXY'

/** Numbers run in sequence within a consignment: neighbours are one edit apart, as they are in real registers. */
export function makeFirearms(chances: Chances, count: number): TrueFirearm[] {
  const firearms: TrueFirearm[] = []
  const taken = new Set<string>()
  while (firearms.length < count) {
    const line = chances.pick(LINES)
    const [model, calibre, type] = chances.pick(line.models)
    const prefix = `${line.first}${chances.pick([...LETTERS])}${chances.pick([...LETTERS])}`
    const year = 1985 + chances.below(39)
    const start = chances.below(9_900)
    const consignment = 1 + chances.below(24)
    for (let offset = 0; offset < consignment && firearms.length < count; offset++) {
      const serial = `${prefix}${String(start + offset).padStart(4, '0')}${line.make === 'Smith & Wesson' ? '7' : ''}`
      if (taken.has(serial) || chances.happens(0.15)) continue
      taken.add(serial)
      firearms.push({ serial, make: line.make, model, calibre, type, country: line.country, year })
    }
  }
  return firearms
}

/** The firearm on which the demonstration's first page can be tried: `TK?1O4[8B]` finds it. */
export const KNOWN_FIREARM: TrueFirearm = {
  serial: 'TKR1048',
  make: 'Taurus',
  model: 'PT 92',
  calibre: '9x19mm',
  type: 'pistol',
  country: 'BR',
  year: 2011,
}
