import { ProofmarkError } from '@proofmark/contract/errors'
import type { DuplicateGround, TraceState } from '@proofmark/contract/trace-words'
import type { Context } from '../../access/context.ts'
import { itemOf } from '../../linkage/queries/item-of.ts'
import { type Asking, firearmKey, sameQuestion } from '../rules/requests/same-question.ts'
import { openTraces, type Trace } from './traces.ts'

export interface Duplicate {
  readonly id: string
  readonly ground: DuplicateGround
  readonly state: TraceState
  readonly country: string | null
}

const askingOf = ({ form, partner, records }: Trace): Asking => ({
  country: form.addressee.country,
  partner,
  records,
  key: firearmKey(form),
})

async function firearmOf(context: Context, records: readonly string[]): Promise<ReadonlySet<string>> {
  const all = new Set(records)
  for (const record of records) {
    const item = await itemOf(context, record).catch((failure: unknown) => {
      if (failure instanceof ProofmarkError && failure.code === 'not_found') return null
      throw failure
    })
    for (const member of item?.members ?? []) if (member.link !== 'working') all.add(member.record)
  }
  return all
}

/** Open requests of the agency that ask the same state about the same firearm and have left, or wait to leave. */
export async function duplicatesOf(context: Context, trace: Trace): Promise<Duplicate[]> {
  if (trace.direction === 'incoming') return []
  const own = askingOf(trace)
  const firearm = await firearmOf(context, trace.records)
  const others = (await openTraces(context, {})).filter(
    (each) => each.id !== trace.id && each.direction === 'outgoing' && each.agency === trace.agency,
  )
  return others.flatMap((other) => {
    const ground = sameQuestion(own, askingOf(other), firearm)
    return ground ? [{ id: other.id, ground, state: other.state, country: other.form.addressee.country }] : []
  })
}
