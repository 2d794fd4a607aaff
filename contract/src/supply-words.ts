/** What a record says of how a firearm came into hands: as words between rules, doors and screens. */

/** By which a firearm came from one pair of lawful hands into others; one of these can be the last supply. */
export const SUPPLY_MOVES = [
  'made',
  'exported',
  'in_transit',
  'imported',
  'delivered',
  'sold',
  'issued',
  'returned',
] as const
export type SupplyMove = (typeof SUPPLY_MOVES)[number]

/**
 * What a record says of a supply: the moves; what permitted one (`export_licensed`, `import_licensed`, `consigned`); what a
 * trade did to it (`deactivated`) or answered of it (`answered`); where it was held (`registered`, `in_stock`); and, which is
 * no supply, where it left lawful hands.
 */
export const SUPPLY_KINDS = [
  ...SUPPLY_MOVES,
  'export_licensed',
  'import_licensed',
  'consigned',
  'deactivated',
  'answered',
  'registered',
  'in_stock',
  'stolen',
  'lost',
  'lost_or_stolen',
] as const
export type SupplyKind = (typeof SUPPLY_KINDS)[number]

/** A theft is no supply: it says where the firearm left lawful hands. */
export const LEFT_LAWFUL_HANDS: ReadonlySet<SupplyKind> = new Set<SupplyKind>(['stolen', 'lost', 'lost_or_stolen'])
/** Where it was held; who had supplied it these records do not say. */
export const HELD: ReadonlySet<SupplyKind> = new Set<SupplyKind>(['registered', 'in_stock'])

/**
 * How a supply stands to the recovery that came after it: surely the last before it; may be the last, where days or records
 * leave it open; `latest`, where no recovery is on record.
 */
export const SUPPLY_MARKS = ['last', 'may_be_last', 'latest', 'may_be_latest'] as const
export type SupplyMark = (typeof SUPPLY_MARKS)[number]

/**
 * How a record came to the firearm that was asked about: `itself`, by which it was asked or its register's entry; joined by
 * persons (`named`, `court`) or by a model alone (`lead`); `document`: by the number of a document alone;
 * `range`: its number lies in a range that the record states, and nothing else joins them.
 */
export const SUPPLY_JOINS = ['itself', 'lead', 'named', 'court', 'document', 'range'] as const
export type SupplyJoin = (typeof SUPPLY_JOINS)[number]
