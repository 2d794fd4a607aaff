import { ProofmarkError } from '@proofmark/contract/errors'
import { CUSTODY_KEEPERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { needExhibits } from '../queries/exhibit.ts'
import { type DisposalView, showDisposal } from './show-disposal.ts'

/** The exhibits for which labels are printed. Throws `role_needed`, `label_unreadable`, `not_found`. */
export async function takeLabels(context: Context, codes: readonly string[]): Promise<string[]> {
  needRole(context.reader, CUSTODY_KEEPERS)
  const exhibits = (await needExhibits(context, codes)).map(({ id }) => id)
  await context.audit({ action: 'custody.labels_made', subjects: exhibits })
  return exhibits
}

/** A campaign that was carried out, for its certificate. Throws `role_needed`, `not_found`, `disposal_refused` before both have signed. */
export async function takeCertificate(context: Context, id: string): Promise<DisposalView> {
  const view = await showDisposal(context, id)
  const { signatures, exhibits, hash } = view.disposal
  if (signatures.length < 2)
    throw new ProofmarkError('disposal_refused', {
      exhibits: exhibits.join(', '),
      obstacles: `${signatures.length} / 2`,
    })
  await context.audit({ action: 'custody.certificate_made', subjects: [id], body: { hash } })
  return view
}
