/** How a stated calibre is written: its key, its number, and what spreadsheets make of it. */
import { asciiDigit } from './fold.ts'
import { DATES, DAY_NUMBERS } from './lexicons/calibre-numbers.ts'

const MEANINGLESS_START =
  /^(?:calibre|caliber|kaliber|kalibar|калибр|калибар|عيار|cal|gauge(?=\.?\d)|c(?=\.)|ponto|aproximadamente)[.:\s]*/
const TIMES: ReadonlySet<string> = new Set(['×', 'х', '✕', '⨯'])
const MILLIMETRES = /м\.?м\.?|مم|ملم/g
/** Barrel length in inches written beside the calibre: `38, 2"`. */
const BARREL_LENGTH = /(?:,\s+|\s+|\/)\d(?:[.,]\d)?\s*(?:"|''|”|pol\.?|polegadas|inch|in\.?)$/
const COMPANY = /[\s,/-]*(?:cbc|taurus|rossi|glock|imbel|magtech|pol|polegadas)\.?$/i

/**
 * The key of a calibre's name: lower case, decimal point, `x` for every sign of multiplication, `/` for hyphens and
 * slashes between numbers; no spaces, quotes or other signs, and no `mm` after two measures (`7.62x25mm`). A point stays before or between digits, so that `.45`,
 * `4.5` and `45` differ.
 */
export function calibreKey(stated: string): string {
  let text = stated.toLowerCase()
  if (!/^[\x20-\x7e]*$/.test(text)) {
    text = [...text.normalize('NFKD')].map((one) => asciiDigit(one) ?? (TIMES.has(one) ? 'x' : one)).join('')
    text = text.replace(MILLIMETRES, 'mm')
  }
  text = text.trim().replace(BARREL_LENGTH, '').replace(MEANINGLESS_START, '')
  return text
    .replace(/,/g, '.')
    .replace(/(?<=\d)\s*\*\s*(?=\d)/g, 'x')
    .replace(/(?<=\d)\s*[-/]\s*(?=\d)/g, '/')
    .replace(/[^\p{L}\p{N}./]/gu, '')
    .replace(/\.+(?!\d)/g, '')
    .replace(/\.{2,}/g, '.')
    .replace(/(?<=\dx\d+(?:\.\d+)?)mm/g, '')
    .replace(/(?<=\p{L})\.(?=\d)/gu, (_, at: number, whole: string) => (whole[at - 1] === 'x' ? '.' : ''))
    .replace(/^\/+|\/+$/g, '')
}

/** A calibre with the name of a company or the word for inches behind it, without them: `38 CBC`. */
export function withoutCompany(stated: string): string {
  return stated.replace(COMPANY, '')
}

export interface CalibreNumber {
  /** Digits as a table knows them: without leading and spreadsheet zeros, with a decimal point only for millimetres. */
  readonly digits: string
  /** Written as a fraction of an inch: `.38`, `0.38`. */
  readonly inch: boolean
  readonly millimetres: boolean
  /** `38` where a spreadsheet may have cut `.380` to `0.38`. */
  readonly spoilt: string | null
}

/** One digit after the point, and the calibre that spreadsheets cut down to it or that clerks write so. */
const ONE_DIGIT: Readonly<Record<string, string>> = { '3': '30', '4': '40', '5': '50', '9': '9' }

/** The number that a key is, if it is one: `.40`, `0.35699999999999998`, `7.65`, `09mm`. */
export function numberOf(key: string): CalibreNumber | null {
  const fraction = /^(0*)\.(\d{1,20})(m{1,3})?$/.exec(key)
  if (fraction) {
    const exact =
      fraction[2]!.length > 4 ? Number(`0.${fraction[2]}`).toFixed(3).slice(2).replace(/0+$/, '') : fraction[2]!
    const whole = exact.replace(/^0+(?=\d)/, '')
    const digits = whole.length === 1 ? ONE_DIGIT[whole] : whole
    if (digits === undefined) return null
    const spoilt = fraction[1] !== '' && exact === '38' && !fraction[3] ? '38' : null
    return { digits, inch: true, millimetres: digits === '9' ? false : Boolean(fraction[3]), spoilt }
  }
  const plain = /^0*(\d{1,6}?)(?:\.0+)?(m{1,3})?$/.exec(key)
  if (plain) return { digits: plain[1]!, inch: false, millimetres: Boolean(plain[2]), spoilt: null }
  const decimal = /^(\d{1,2}\.\d{1,2})(m{1,3})?$/.exec(key)
  return decimal ? { digits: decimal[1]!, inch: false, millimetres: Boolean(decimal[2]), spoilt: null } : null
}

const MONTHS: Readonly<Record<string, string>> = {
  jan: '1',
  may: '5',
  mai: '5',
  jun: '6',
  jul: '7',
  oct: '10',
  out: '10',
  okt: '10',
  dec: '12',
  dez: '12',
  dic: '12',
  déc: '12',
}

function monthAndYear(stated: string): string | null {
  const iso = /^(\d{4})-(\d{2})-01(?:[ T]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(stated)
  if (iso) return `${Number(iso[2])}/${iso[1]!.slice(2)}`
  const local = /^0?1[./](\d{1,2})[./](\d{4})(?: 0?0:00(?::00)?)?$/.exec(stated)
  if (local) return `${Number(local[1])}/${local[2]!.slice(2)}`
  const american = /^(\d{1,2})\/0?1\/(\d{4})(?: 0?0:00(?::00)?)?$/.exec(stated)
  if (american) return `${Number(american[1])}/${american[2]!.slice(2)}`
  const named = /^(\p{L}{3})\.?[-/. ](\d{2}|\d{4})$/u.exec(stated.toLowerCase())
  const month = named ? MONTHS[named[1]!] : undefined
  return named && month ? `${month}/${named[2]!.slice(-2)}` : null
}

/**
 * The code of a calibre that a spreadsheet turned into a date: `1970-12-01 00:00:00` and `dez/70` are 12/70, and the
 * thirtieth of June of any year is .30-06. Null for every other date: more than one calibre could have been meant.
 */
export function dateAsCalibre(stated: string): string | null {
  const text = stated.trim()
  if (!/^[\d\p{L}]/u.test(text) || text.length < 5 || text.length > 30) return null
  if (/^\d{4}-06-30(?:[ T]00:00:00.*)?$/.test(text) || /^30[./]0?6[./](?:19|20)\d{2}$/.test(text)) return '30_06'
  const pair = monthAndYear(text)
  return (pair === null ? undefined : DATES[pair]) ?? (/^\d{5}$/.test(text) ? DAY_NUMBERS[text] : undefined) ?? null
}
