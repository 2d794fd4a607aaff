/**
 * What one row of a source speaks of. A holding is a firearm in somebody's hands, as a register lists it: when the
 * holder changes, something happened to the firearm. A consignment is permission for a number of items or their
 * dispatch, and carries a quantity; an ammunition lot is many rounds under one number.
 */
export const ROW_KINDS = ['firearm', 'holding', 'component', 'consignment', 'ammunition-lot'] as const
export type RowKind = (typeof ROW_KINDS)[number]
