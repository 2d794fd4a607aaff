import { foldKey } from '../../../domain/src/fold.ts'
import type { ItemRead, ReadWord } from '../../../domain/src/item.ts'
import type { Mark } from '../../../domain/src/marking.ts'

export const WORDS = ['make', 'model', 'calibre', 'type', 'country'] as const

/**
 * An item as a baseline knows it, with the same readings that our matching has. A lost character of the serial is `?`;
 * a word that no table knows is the folded text. Null where nothing is known.
 */
export type BaselineRow = Readonly<Record<'serial' | (typeof WORDS)[number], string | null>> & {
  readonly year: number | null
}

/** Any doubt and any run of lost characters is one lost character. */
function serialOf({ norm }: Mark): string | null {
  return norm === null ? null : norm.replace(/\[[^\]]*\]|\*/g, '?')
}

function wordOf({ code, said, stated }: ReadWord): string | null {
  if (code !== null || said !== 'unread') return code
  return foldKey(stated ?? '') || null
}

export function baselineRow({ serial, make, model, calibre, type, country, year }: ItemRead): BaselineRow {
  return {
    serial: serialOf(serial),
    make: wordOf(make),
    model: wordOf(model),
    calibre: wordOf(calibre),
    type: wordOf(type),
    country: wordOf(country),
    year: year && Math.round((year.from + year.to) / 2),
  }
}
