import { type ChannelShares, SERIES_SHARES, START_SHARES } from './channel-kinds.ts'
import { FIELDS, type Field, GAP_LEVELS, LEVELS_OF } from './slots.ts'

/** What is learned of records that are compared in bulk. Plain numbers, so that it is a small readable file. */
export interface BulkModel {
  readonly version: string
  /** The share of records whose firearm is among the entries at all. */
  readonly recorded: number
  /** How often an entry of which one record is known has another. */
  readonly again: number
  readonly channel: ChannelShares
  /** How often each level of a field holds between a record and its own entry, where both state it. */
  readonly levels: Readonly<Record<Field, readonly number[]>>
}

const even = (count: number) => Array.from({ length: count }, (_, level) => (level === 0 ? 0 : 1 / (count - 1)))

/** Start values, after DOMAIN 4.8. */
export const START_BULK_MODEL: BulkModel = {
  version: 'start-bulk-1',
  recorded: 0.8,
  again: 0.02,
  channel: START_SHARES,
  levels: {
    make: [0, 0.95, 0.01, 0.01, 0.03],
    model: [0, 0.9, 0.02, 0.01, 0.07],
    calibre: [0, 0.9, 0.04, 0.01, 0.05],
    type: [0, 0.88, 0.05, 0.04, 0.03],
    country: [0, 0.93, 0.005, 0.005, 0.06],
    year: [0, 0.75, 0.16, 0.02, 0.07],
    gap: even(GAP_LEVELS),
  },
}

/** Start values where few records have an entry and numbers come in series. */
export const START_SERIES_MODEL: BulkModel = {
  ...START_BULK_MODEL,
  version: 'start-series-1',
  recorded: 0.05,
  channel: SERIES_SHARES,
}

/** The learned shares of all levels of all fields, one after another. */
export const learnedOf = ({ levels }: BulkModel): Float64Array =>
  Float64Array.from(FIELDS.flatMap((field, at) => levels[field].slice(0, LEVELS_OF[at])))
