import { askedFor } from './asked.ts'
import type { Installation } from './installation.ts'
import { makeRecoveries } from './mix/recoveries.ts'
import type { RegisterEntry } from './mix/register.ts'
import { benchNearPath } from './near-path.ts'
import { benchFind, benchSearch, type SearchResult } from './search.ts'
import { benchTrigrams, type TrigramResult } from './trigram.ts'

const RECOVERIES = 12_000
/** How many damaged serials each pass takes; none takes another's, so that none finds warm what another read. */
const PASSES = { near: 2_200, search: 2_000, find: 500, trigram: 200 } as const

export interface LookUpResult extends SearchResult {
  readonly trigrams: TrigramResult['ways']
}

/** All that is measured of look-up, on serials of the mix that are damaged in any way; those unchanged are left out. */
export async function benchLookUp(
  installation: Installation,
  register: readonly RegisterEntry[],
  seed: number,
  step: (name: string) => void,
): Promise<LookUpResult> {
  const recoveries = makeRecoveries(register, RECOVERIES, seed)
  const damaged = await askedFor(
    installation,
    recoveries.filter(({ damage }) => damage !== 'unchanged'),
  )
  const pass = (count: number) => damaged.splice(0, count)
  const [near, search, find, trigram] = [PASSES.near, PASSES.search, PASSES.find, PASSES.trigram].map(pass)
  step('look-up by keys, in turn with primary-key selects')
  const nearMeasures = await benchNearPath(installation, near!, damaged)
  step('candidate search by the near and the wide path')
  const searched = await benchSearch(installation, search!)
  step('whole look-up')
  const found = await benchFind(installation, find!)
  step('similarity by pg_trgm')
  const { measures, ways } = await benchTrigrams(installation, trigram!)
  return { ...searched, trigrams: ways, measures: [...nearMeasures, ...searched.measures, ...found, ...measures] }
}
