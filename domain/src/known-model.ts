import { KNOWN_MODELS } from './facts/models.ts'
import { modelKey } from './model-table.ts'

/** What is certain of a model: what it is made as, in which calibres, and since when. */
export interface KnownModel {
  readonly types: readonly string[]
  /** Empty where not all of them are known. */
  readonly calibres: readonly string[]
  readonly since: number | null
}

const byCode = new Map<string, KnownModel>()
for (const { make, types, calibres, models } of KNOWN_MODELS) {
  for (const entry of models.split(';')) {
    const [name = '', since] = entry.split('@')
    byCode.set(`${make}/${modelKey(name)}`, { types, calibres, since: since === undefined ? null : Number(since) })
  }
}

/** What is known of a model by its code, or null: most models are known by name alone. */
export function findKnownModel(code: string | null): KnownModel | null {
  return code === null ? null : (byCode.get(code) ?? null)
}
