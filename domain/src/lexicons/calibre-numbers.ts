/** What numbers, words and spoilt values in a calibre field mean. Sources: published seizure records, gauge tables. */
export const CALIBRE_NUMBERS_VERSION = 1

/**
 * Bare numbers, and what they mean on each kind of arm; `any` where the type is unknown or does not matter. A code that
 * is missing leaves the number unread. `inch` is a number written as `.38` or `0.38`.
 */
export interface NumberRow {
  readonly any?: string
  readonly pistol?: string
  readonly revolver?: string
  readonly handgun?: string
  readonly shotgun?: string
  readonly rifle?: string
  readonly launcher?: string
  readonly air?: string
}

export const NUMBERS: Readonly<Record<string, NumberRow>> = {
  '9': { any: '9mm' },
  '10': { shotgun: 'bore_10' },
  '12': { any: 'bore_12' },
  '16': { any: 'bore_16' },
  '20': { any: 'bore_20' },
  '22': { any: '22', air: 'air_55' },
  '24': { any: 'bore_24' },
  '25': { any: '25_acp', rifle: '', shotgun: '' },
  '28': { any: 'bore_28' },
  '30': { any: '30' },
  '32': { any: '32_or_bore', handgun: '32', pistol: '32_acp', revolver: '32', shotgun: 'bore_32', rifle: '32' },
  '36': { any: 'bore_36' },
  '38': { any: '38', launcher: '37mm' },
  '40': { any: '40_sw', shotgun: '', launcher: '40x46' },
  '44': { any: '44' },
  '45': { any: '45', pistol: '45_acp' },
  '50': { any: '50' },
}

/** Words for no calibre. */
export const NO_CALIBRE =
  's/c|sem cal|sem calibre|s/cal|s/calibre|s/calibr|sem calib|sem cali|sin calibre|no calibre|sans calibre|ohne Kaliber|bez kalibra|без калибра|بدون عيار'

/** `month/year` pairs that spreadsheets turn into dates, and the calibre that was typed. */
export const DATES: Readonly<Record<string, string>> = {
  '12/70': 'bore_12',
  '12/76': 'bore_12',
  '12/65': 'bore_12',
  '12/67': 'bore_12',
  '12/89': 'bore_12',
  '10/76': 'bore_10',
  '10/89': 'bore_10',
  '7/57': '7x57',
  '7/64': '7x64',
  '6/35': '25_acp',
  '7/65': '765',
  '7/63': '763_mauser',
  '7/62': '762',
  '5/56': '556x45',
  '5/45': '545x39',
}

/** Day numbers of the same spreadsheets for the two commonest: 1 December 1970 and 1 December 1976. */
export const DAY_NUMBERS: Readonly<Record<string, string>> = { '25903': 'bore_12', '28095': 'bore_12' }
