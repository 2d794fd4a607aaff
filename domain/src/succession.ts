import { FORMER_STATES } from './lexicons/country-words.ts'

/** Since when a state of today is apart from one that no longer exists. */
export interface Succession {
  /** ISO 3166-1 alpha-2. */
  readonly state: string
  /** ISO 8601 day. */
  readonly since: string
}

interface Ending {
  /** The state that went on as the former one and kept its central records; null where none did. */
  readonly continuing: string | null
  readonly successors: readonly Succession[]
}

const since = (day: string, ...states: readonly string[]): Succession[] =>
  states.map((state) => ({ state, since: day }))

/**
 * When today's states parted from former ones, by the former state's code. The day is that of independence as the
 * successor itself dates it, or of the treaty that ended the former state; where those differ, the earlier one, so that
 * nobody who may hold records is left out. Sources: for names and codes ISO 3166-3; for days the Belavezha Accords and
 * the Alma-Ata Protocol (1991), the Badinter Commission's opinions 8 and 11 (1992), the Constitutional Act 542/1992 of
 * Czechoslovakia, the Unification Treaty (1990), General Assembly resolutions 60/264 (Montenegro) and 65/308 (South
 * Sudan). Kosovo’s day is that of its declaration; its code is no part of ISO 3166-1.
 */
const ENDINGS: Readonly<Record<string, Ending>> = {
  YUCS: {
    continuing: null,
    successors: [
      ...since('1991-06-25', 'SI', 'HR'),
      ...since('1991-09-08', 'MK'),
      ...since('1992-03-03', 'BA'),
      ...since('2006-06-03', 'ME', 'RS'),
      ...since('2008-02-17', 'XK'),
    ],
  },
  CSXX: { continuing: 'RS', successors: [...since('2006-06-03', 'ME', 'RS'), ...since('2008-02-17', 'XK')] },
  SUHH: {
    continuing: 'RU',
    successors: [
      ...since('1990-03-11', 'LT'),
      ...since('1990-05-04', 'LV'),
      ...since('1991-04-09', 'GE'),
      ...since('1991-08-20', 'EE'),
      ...since('1991-08-24', 'UA'),
      ...since('1991-08-25', 'BY'),
      ...since('1991-08-27', 'MD'),
      ...since('1991-08-30', 'AZ'),
      ...since('1991-08-31', 'KG', 'UZ'),
      ...since('1991-09-09', 'TJ'),
      ...since('1991-09-21', 'AM'),
      ...since('1991-10-27', 'TM'),
      ...since('1991-12-12', 'RU'),
      ...since('1991-12-16', 'KZ'),
    ],
  },
  CSHH: { continuing: null, successors: since('1993-01-01', 'CZ', 'SK') },
  DDDE: { continuing: 'DE', successors: since('1990-10-03', 'DE') },
  ZRCD: { continuing: 'CD', successors: since('1997-05-17', 'CD') },
  BUMM: { continuing: 'MM', successors: since('1989-06-18', 'MM') },
  RHZW: { continuing: 'ZW', successors: since('1980-04-18', 'ZW') },
  HVBF: { continuing: 'BF', successors: since('1984-08-04', 'BF') },
  DYBJ: { continuing: 'BJ', successors: since('1975-11-30', 'BJ') },
  VDVN: { continuing: 'VN', successors: since('1976-07-02', 'VN') },
  'x-south-viet-nam': { continuing: 'VN', successors: since('1976-07-02', 'VN') },
  YDYE: { continuing: 'YE', successors: since('1990-05-22', 'YE') },
  'x-sudan-before-2011': { continuing: 'SD', successors: since('2011-07-09', 'SS', 'SD') },
  'x-austria-hungary': {
    continuing: null,
    successors: since('1918-10-28', 'CZ', 'SK', 'HR', 'SI', 'BA', 'AT', 'HU'),
  },
  'x-german-reich': { continuing: 'DE', successors: since('1945-06-05', 'DE') },
  'x-ottoman-empire': { continuing: 'TR', successors: since('1922-11-01', 'TR') },
  'x-russian-empire': { continuing: 'RU', successors: since('1917-09-14', 'RU') },
}

const former = new Set(FORMER_STATES.map(({ code }) => code))

/** Every former state that has dates. */
export const datedStates = (): readonly string[] => Object.keys(ENDINGS)

/** The states of today that came of a former one, with the day since when each is apart; none for a state that exists. */
export const successionOf = (code: string): readonly Succession[] => ENDINGS[code]?.successors ?? []

/** Who answers today for firearms made in a state. */
export interface Answering {
  /** The one to ask; null where it cannot be told which. */
  readonly state: string | null
  /** Others that may hold the records. */
  readonly others: readonly string[]
  readonly because: 'itself' | 'maker' | 'sole' | 'continuing' | 'unknown'
}

/**
 * Which state answers today for a firearm made in `code` in a year. A successor that was apart before that year is none
 * of those meant. Where the maker's plants lie in one successor, it is that one; else the state that went on as the
 * former; else nobody can tell.
 */
export function answeringFor(code: string, year: number | null, plants: readonly string[] = []): Answering {
  const ending = ENDINGS[code]
  if (!ending)
    return { state: former.has(code) ? null : code, others: [], because: former.has(code) ? 'unknown' : 'itself' }
  const apart = (day: string) => year !== null && Number(day.slice(0, 4)) < year
  const meant = ending.successors.filter(({ since: day }) => !apart(day)).map(({ state }) => state)
  const states = meant.length > 0 ? meant : ending.successors.map(({ state }) => state)
  const others = (state: string) => states.filter((each) => each !== state)
  if (states.length === 1) return { state: states[0]!, others: [], because: 'sole' }
  const ofMaker = states.filter((state) => plants.includes(state))
  if (ofMaker.length === 1) return { state: ofMaker[0]!, others: others(ofMaker[0]!), because: 'maker' }
  const { continuing } = ending
  if (continuing !== null && states.includes(continuing))
    return { state: continuing, others: others(continuing), because: 'continuing' }
  return { state: null, others: states, because: 'unknown' }
}
