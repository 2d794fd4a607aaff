import { DESIGN_NAMES, FURTHER_PLANTS } from './facts/makes.ts'
import { findMake } from './make.ts'

/**
 * Where firearms under this make's name were made (ISO 3166-1 alpha-2, and codes of states that are no more); null where the
 * tables cannot tell: of importers and brands, of names of designs, and of a make that they do not know.
 */
export function plantsOf(make: string | null): readonly string[] | null {
  const row = make === null ? null : findMake(make)
  if (row?.role !== 'manufacturer' || DESIGN_NAMES.has(row.code)) return null
  return [...row.countries, ...(FURTHER_PLANTS[row.code] ?? '').split(' ')].filter((code) => code !== '')
}
