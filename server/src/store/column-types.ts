import type { ColumnType } from 'kysely'

/** bigint columns are read as text: JavaScript's numbers end at 2^53. */
export type Int8 = ColumnType<string, string | number | bigint, string | number | bigint>
/** Drawn from a sequence where it is not said. */
export type DrawnInt8 = ColumnType<string, string | number | bigint | undefined, string | number | bigint>
export type Json<T> = ColumnType<T, string, string>
export type Stamp = ColumnType<Date, never, never>
