/** The codes of the tables, for whoever must say one: a curator, an importer's value map, a search. */
import { findCalibre } from './calibre.ts'
import { findCountry } from './country.ts'
import { findMake } from './make.ts'
import { findModel } from './model-table.ts'
import { nameOfType } from './type.ts'
import type { CodeField } from './vocabulary-field.ts'

/**
 * The name under which a field's table knows a code, or null where it does not. A model is known under its make alone,
 * so without the code of a make no model is. Makers import too: an importer may be any make.
 */
export function nameOfCode(field: CodeField, code: string, make: string | null = null): string | null {
  switch (field) {
    case 'make':
    case 'importer':
      return findMake(code)?.name ?? null
    case 'model':
      return make === null ? null : (findModel(make, code)?.name ?? null)
    case 'calibre':
      return findCalibre(code)?.name ?? null
    case 'type':
      return nameOfType(code)
    case 'country':
      return findCountry(code)?.name ?? null
  }
}

/** Does the field's table know the code? For a model: among those of the make. */
export function isCode(field: CodeField, code: string, make: string | null = null): boolean {
  return nameOfCode(field, code, make) !== null
}
