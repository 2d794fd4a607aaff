import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context, Run } from '../../access/context.ts'
import { insist } from '../../access/insist.ts'
import { derivedId } from '../rules/derived-id.ts'
import { formerWithdrawnPlace } from '../rules/withdrawn-place.ts'
import { internCaseClass } from './case-classes.ts'
import { holdCase } from './hold-case.ts'
import { makeCompartment } from './open-case.ts'
import { writeCaseEntry } from './write-entry.ts'

export interface NewInner {
  readonly case: string
  readonly compartment: string
  readonly name: string
  readonly why: string
}

/** Whoever led where another agency keeps what it withdraws would read it there: the former places can be worked out. */
async function isKeptForWithdrawing({ query }: Context, file: string, id: string): Promise<boolean> {
  const agencies = await query.selectFrom('agency').select('id').execute()
  return agencies.some((agency) => formerWithdrawnPlace(file, agency.id) === id)
}

async function make(context: Context, input: NewInner): Promise<void> {
  const { file } = await holdCase(context, { case: input.case })
  const id = input.compartment.toLowerCase()
  if (id === file.id || (await isKeptForWithdrawing(context, file.id, id)))
    throw new ProofmarkError('case_id_used', { case: id })
  await makeCompartment(context, { id, case: file.id, why: input.why })
  await internCaseClass(context, context.reader.agency!.id, id, file)
}

async function write(context: Context, { case: id, compartment, name, why }: NewInner): Promise<string> {
  const { file } = await holdCase(context, { case: id, compartment })
  const said = { kind: 'compartment', compartment: compartment.toLowerCase(), name, why } as const
  const entry = derivedId(file.id, `compartment ${said.compartment}`)
  const { hash, written } = await writeCaseEntry(context, file, { entry, compartment, said })
  if (written)
    await context.audit({
      action: 'case.compartment_opened',
      subjects: [file.id, said.compartment],
      body: { name, hash },
    })
  return file.id
}

/**
 * Opens a compartment within a case: what is written in it, and that it is there, is known to those whom its lead lets in.
 * Safe to repeat. Throws as `holdCase`, and `case_id_used`.
 */
export async function openCompartment(run: Run, input: NewInner): Promise<string> {
  await run((context) => make(context, input))
  return insist(run, (context) => write(context, input))
}
