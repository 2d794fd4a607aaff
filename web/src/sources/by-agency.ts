import type { Source } from '@proofmark/contract/schemas/source'

/** The sources of one agency, in the order in which they came. */
export interface KeptBy {
  readonly agency: string
  /** Is it the reader's own? */
  readonly own: boolean
  readonly sources: readonly Source[]
}

/** Sources by the agency that keeps them: the reader's own first, the others by name. */
export function byAgency(sources: readonly Source[]): KeptBy[] {
  return [...Map.groupBy(sources, ({ agency }) => agency)]
    .map(([agency, kept]) => ({ agency, own: kept.some(({ own }) => own), sources: kept }))
    .sort((one, other) => Number(other.own) - Number(one.own) || one.agency.localeCompare(other.agency))
}

/** What a list of sources is narrowed to; empty: to nothing. */
export interface Narrowed {
  readonly agency: string
  readonly kind: string
}

export const narrowed = (sources: readonly Source[], { agency, kind }: Narrowed): readonly Source[] =>
  sources.filter((source) => (agency === '' || source.agency === agency) && (kind === '' || source.kind === kind))
