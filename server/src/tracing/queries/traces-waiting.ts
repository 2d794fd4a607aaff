import type { ItemRead } from '@proofmark/domain/item'
import type { Context } from '../../access/context.ts'
import { firearmKey } from '../rules/requests/same-question.ts'
import { openTraces, type Trace } from './traces.ts'

/** A firearm of which it is asked whether somebody waits for it. */
export interface SoughtFirearm {
  readonly records: readonly string[]
  readonly item: ItemRead
}

function isAbout({ form, records }: Trace, { records: known, item }: SoughtFirearm): boolean {
  if (records.some((record) => known.includes(record))) return true
  const key = firearmKey(form)
  if (key === null || key.skeleton !== item.serial.skeleton) return false
  return key.make === null || item.make.code === null || key.make === item.make.code
}

/** For each of these firearms the open requests of the reader's agency that wait for it, by a record of it or by its mark. */
export async function tracesWaiting(context: Context, sought: readonly SoughtFirearm[]): Promise<Trace[][]> {
  const open = await openTraces(context, {})
  return sought.map((firearm) => open.filter((trace) => isAbout(trace, firearm)))
}
