import type { ItemRead } from '../../../domain/src/item.ts'
import { readItem } from '../../../domain/src/read-item.ts'
import { NO_VOCABULARY } from '../../../domain/src/vocabulary.ts'
import { statedFields } from '../../../server/src/linkage/rules/asked-item.ts'
import { makeRecoveries, type Recovery } from '../mix/recoveries.ts'
import { makeMixRegister, type RegisterEntry } from '../mix/register.ts'
import type { Truth } from './judged.ts'

/**
 * A register and recoveries to be matched with it in bulk, both as stated and as read, in the same order. Readings of a
 * million would fill the memory, so that rows are read anew by whoever goes through them.
 */
export interface BulkProblem {
  readonly register: readonly RegisterEntry[]
  readonly recoveries: readonly Recovery[]
  readonly entriesRead: () => Generator<ItemRead>
  readonly recoveriesRead: () => Generator<ItemRead>
  readonly truth: Truth
}

/** As the server reads a row that states these fields and no others. */
function readRow({ serial, make, model, calibre, type, country, year }: RegisterEntry | Recovery): ItemRead {
  return readItem(statedFields({ serial, make, model, calibre, type, country, year: String(year) }), NO_VOCABULARY)
}

function* readRows(rows: readonly (RegisterEntry | Recovery)[]): Generator<ItemRead> {
  for (const row of rows) yield readRow(row)
}

function truthOf(register: readonly RegisterEntry[], recoveries: readonly Recovery[]): Truth {
  const positions = new Map(register.map(({ id }, position) => [id, position]))
  return {
    entries: recoveries.map(({ truth }) => positions.get(truth) ?? -1),
    damages: recoveries.map(({ damage }) => damage),
  }
}

/**
 * Recoveries of `recoveries` different firearms of a register of `entries`, after the benchmark mix. Throws where the
 * register has fewer.
 */
export function makeProblem(
  entries: number,
  recoveries: number,
  registerSeed: number,
  recoverySeed: number,
): BulkProblem {
  const register = makeMixRegister(entries, registerSeed)
  const recovered = makeRecoveries(register, recoveries, recoverySeed)
  return {
    register,
    recoveries: recovered,
    entriesRead: () => readRows(register),
    recoveriesRead: () => readRows(recovered),
    truth: truthOf(register, recovered),
  }
}
