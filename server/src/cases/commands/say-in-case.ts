import { TASK_TEMPLATES } from '@proofmark/contract/case-desk-words'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { CaseSaying, Evaluation } from '@proofmark/contract/schemas/case-entry'
import { evaluationFault, SCHEMES } from '@proofmark/domain/evaluation'
import type { Context } from '../../access/context.ts'
import { casePersonName, membersOf } from '../queries/members.ts'
import { outOfReach } from '../queries/out-of-reach.ts'
import type { CaseStanding } from '../rules/case-standing.ts'
import { holdCase } from './hold-case.ts'
import { writeCaseEntry } from './write-entry.ts'

export interface Said {
  readonly case: string
  readonly entry: string
  readonly compartment?: string | undefined
  readonly say: CaseSaying
}

/** Grades and codes are kept as they were given; they must be of the scheme that is named. Throws `value_not_listed`. */
export function needEvaluation({ scheme, source, information, codes }: Evaluation): void {
  const fault = evaluationFault({ scheme, sourceGrade: source, informationGrade: information }, codes)
  if (fault === null) return
  const known = SCHEMES[scheme]
  const [field, value, accepted] =
    fault === 'source_grade'
      ? ['evaluation.source', source ?? '', known.source]
      : fault === 'information_grade'
        ? ['evaluation.information', information ?? '', known.information]
        : (['evaluation.codes', codes.join(', '), known.codes] as const)
  throw new ProofmarkError('value_not_listed', { field, value, accepted: accepted.join(', ') })
}

function needTask(standing: CaseStanding, { task, step }: Extract<CaseSaying, { kind: 'task_state' }>): void {
  const found = standing.tasks.find(({ entry }) => entry.id === task.toLowerCase())
  if (!found) throw new ProofmarkError('not_found', { what: task })
  const steps: readonly string[] = found.template === null ? [] : TASK_TEMPLATES[found.template]
  if (step !== undefined && !steps.includes(step))
    throw new ProofmarkError('value_not_listed', { field: 'step', value: step, accepted: steps.join(', ') })
}

async function needSaying(context: Context, file: string, standing: CaseStanding, say: CaseSaying): Promise<void> {
  if (say.kind === 'note' && say.evaluation) needEvaluation(say.evaluation)
  if (say.kind === 'task_state') needTask(standing, say)
  if (say.kind !== 'task') return
  if ((say.template === undefined) === (say.title === undefined))
    throw new ProofmarkError('value_not_listed', {
      field: 'title',
      value: say.title ?? '',
      accepted: Object.keys(TASK_TEMPLATES).join(', '),
    })
  if (say.for === undefined) return
  const person = (await membersOf(context, [file])).find(({ account }) => account === say.for?.toLowerCase())
  if (!person?.inside) throw new ProofmarkError('case_person_unfit', { name: await casePersonName(context, say.for) })
}

/** What is built upon is found by all who read the entry; it was withdrawn, or is another compartment's, if it is not. */
async function needBasis(
  context: Context,
  place: { readonly file: string; readonly compartment: string; readonly entry: string },
  say: CaseSaying,
): Promise<void> {
  if (say.kind !== 'note' && say.kind !== 'decision') return
  const missing = await outOfReach(context, place, say.about)
  if (missing !== null) throw new ProofmarkError('not_found', { what: missing })
}

/**
 * Writes in a case what anybody who works in it may say. What it is called and when it is reviewed is for its lead. Throws
 * as `holdCase` and `writeCaseEntry`, and `value_not_listed`, `case_person_unfit`, `not_found` for what a note builds upon.
 */
export async function sayInCase(context: Context, { case: id, entry, compartment, say }: Said): Promise<string> {
  const lead = say.kind === 'described' || say.kind === 'review'
  const { file, standing } = await holdCase(context, { case: id, compartment }, lead ? 'lead' : 'member')
  await needSaying(context, file.id, standing, say)
  const { id: kept, hash, written } = await writeCaseEntry(context, file, { entry, compartment, said: say })
  // What stood before stays said, though something that it built upon was withdrawn since.
  if (written) {
    await needBasis(context, { file: file.id, compartment: compartment?.toLowerCase() ?? file.id, entry: kept }, say)
    await context.audit({ action: 'case.written', subjects: [file.id], body: { entry: kept, kind: say.kind, hash } })
  }
  return file.id
}
