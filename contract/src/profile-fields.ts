/**
 * What the columns of a source's files may state, by our own names. Apart from the schemas, so that the browser can
 * show the lists before it loads a validator.
 */

/** What is said of the item itself. A file that states none of them speaks of no item. */
export const ITEM_FIELDS = [
  'serial',
  'serial_state',
  'make',
  'importer',
  'model',
  'calibre',
  'type',
  'country',
  'year',
] as const
/** What is said of the event, and on which part of the item the serial stands. */
export const EVENT_FIELDS = [
  'part',
  'date',
  'event',
  'reason',
  'place',
  'ref',
  'quantity',
  'until',
  'reported',
] as const

export const PROFILE_FIELDS = [...ITEM_FIELDS, ...EVENT_FIELDS] as const
export type ProfileField = (typeof PROFILE_FIELDS)[number]

/**
 * In which role towards the item a column names a person. Not the categories of article 6 of Directive (EU) 2016/680:
 * those are said of a person in a case, not of a column.
 */
export const PERSON_ROLES = [
  'holder',
  'possessor',
  'reporter',
  'officer',
  'witness',
  'victim',
  'buyer',
  'seller',
  'other',
] as const
export type PersonRole = (typeof PERSON_ROLES)[number]

/** The order in which a source writes the parts of a date. */
export const DATE_ORDERS = ['day_first', 'month_first', 'year_first'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

/** Encodings that a file may be said to have, by their names in the WHATWG Encoding Standard. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1256',
  'iso-8859-1',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-6',
  'iso-8859-9',
  'koi8-r',
  'ibm866',
  'macintosh',
] as const
export const DELIMITERS = [',', ';', '\t', '|'] as const

/** The largest profile, in characters of JSON. */
export const PROFILE_LIMIT = 100_000
