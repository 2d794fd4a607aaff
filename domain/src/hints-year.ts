import { findCalibre } from './calibre.ts'
import { lastYearOf } from './country.ts'
import { CALIBRE_SINCE } from './facts/calibres.ts'
import { DESIGN_NAMES, MAKE_SINCE } from './facts/makes.ts'
import { isBlank } from './fold.ts'
import type { Hint, HintContext } from './hint.ts'
import type { ItemRead } from './item.ts'
import { findKnownModel } from './known-model.ts'

/** The lower bounds of a year of manufacture, the one that names most first. */
function beginnings({ make, model, calibre }: ItemRead): Hint[] {
  const hints: Hint[] = []
  const add = (id: Hint['id'], since: number | null | undefined, params: Hint['params']) => {
    if (since != null) hints.push({ field: 'year', id, params: { ...params, since } })
  }
  add('year_before_model', findKnownModel(model.code)?.since, { model: model.name ?? '' })
  if (make.code !== null && !DESIGN_NAMES.has(make.code))
    add('year_before_make', MAKE_SINCE[make.code], { make: make.name ?? '' })
  const row = findCalibre(calibre.code ?? '')
  if (row) add('year_before_calibre', CALIBRE_SINCE[row.code], { calibre: row.name })
  return hints
}

/**
 * Hints about a year of manufacture that cannot be (DOMAIN 4.8): one that no rule reads, one to come, one before the
 * model, the make or the calibre was there, one after the state had ended. An interval is odd only if all of it is.
 */
export function hintsOnYear(item: ItemRead, { today }: HintContext): Hint[] {
  const { year, yearStated, country } = item
  if (year === null) {
    return isBlank(yearStated) ? [] : [{ field: 'year', id: 'year_not_read', params: { stated: yearStated ?? '' } }]
  }
  const now = Number(today.slice(0, 4))
  if (year.from > now) return [{ field: 'year', id: 'year_in_future', params: { year: year.from, now } }]
  const tooEarly = beginnings(item).find(({ params }) => year.to < Number(params.since))
  const until = country.code === null ? null : lastYearOf(country.code)
  const tooLate: Hint[] =
    until !== null && year.from > until
      ? [{ field: 'year', id: 'year_after_country', params: { country: country.code!, until } }]
      : []
  return [...(tooEarly ? [tooEarly] : []), ...tooLate]
}
