/**
 * A maker, importer or brand and the words sources use for it. `role` after DOMAIN 4.8: the importer's mark decides
 * the route of a trace, so an importer is never taken for the manufacturer. `country` is ISO 3166-1 alpha-2, of
 * manufacture for makers and of business for importers; several where a maker has plants in several.
 */
export interface MakeRow {
  readonly code: string
  readonly name: string
  readonly role: 'manufacturer' | 'importer' | 'brand' | 'ammunition'
  readonly countries: readonly string[]
  /** Names, abbreviations, forms in other scripts, separated by `|`. */
  readonly words: string
  /** Misspellings seen, separated by `|`: those that the rule of one edit does not reach or must not be trusted with. */
  readonly misspelt: string
}

/** The row of a manufacturer. `countries` are separated by spaces. */
export function maker(code: string, name: string, countries: string, words = '', misspelt = ''): MakeRow {
  return { code, name, role: 'manufacturer', countries: countries.split(' '), words, misspelt }
}

/** The row of an importer. */
export function importer(code: string, name: string, countries: string, words = ''): MakeRow {
  return { code, name, role: 'importer', countries: countries.split(' '), words, misspelt: '' }
}

/** The row of a brand or house name under which others' firearms are sold. */
export function brand(code: string, name: string, countries: string, words = '', misspelt = ''): MakeRow {
  return { code, name, role: 'brand', countries: countries.split(' '), words, misspelt }
}

/** The row of a maker of ammunition, whose name stands on what was seized with a firearm. */
export function ammunition(code: string, name: string, countries: string, words = ''): MakeRow {
  return { code, name, role: 'ammunition', countries: countries.split(' '), words, misspelt: '' }
}
