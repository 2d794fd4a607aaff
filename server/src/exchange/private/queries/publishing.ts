import { LOOK_UP_CLASSES, type LookUpClass } from '@proofmark/contract/private-words'
import type { KnownState } from '@proofmark/contract/schemas/private-look-up'
import type { Context } from '../../../access/context.ts'
import { findPartner } from '../../queries/find-partner.ts'
import { refusalOf } from '../../rules/agreement.ts'

export type Publishable = KnownState['publishable'][number]

/** The partners with an agreement in force that names classes which may be asked about. */
export async function publishable(context: Context): Promise<Publishable[]> {
  const partners = await context.query.selectFrom('partner').select('short').orderBy('short').execute()
  const agreed: Publishable[] = []
  for (const { short } of partners) {
    const partner = await findPartner(context, short, context.now)
    const terms = partner?.state === 'active' ? partner.agreement?.terms : undefined
    if (!partner || !terms) continue
    const classes = LOOK_UP_CLASSES.filter((dataClass) => refusalOf(partner, { what: 'data', dataClass }) === null)
    if (classes.length === 0) continue
    const { name } = partner
    agreed.push({ partner: short, name, basis: terms.legalBasis, classes, wholeRegisterLaw: terms.wholeRegisterLaw })
  }
  return agreed
}

/** Stops that stand: ours with their reason, and those that partners told of. */
export async function standingStops({ query }: Context): Promise<KnownState['stops']> {
  const ours = await query
    .selectFrom('private_stop')
    .select(['partner', 'data_class as class', 'stopped_at as since', 'reason'])
    .where('lifted_at', 'is', null)
    .orderBy('partner')
    .orderBy('data_class')
    .orderBy('holder')
    .execute()
  const theirs = await query
    .selectFrom('told_stop')
    .select(['partner', 'data_class as class', 'since'])
    .where('lifted_at', 'is', null)
    .orderBy('partner')
    .orderBy('data_class')
    .execute()
  const told = [
    ...ours.map((each) => ({ ...each, direction: 'ours' as const })),
    ...theirs.map((each) => ({ ...each, direction: 'theirs' as const, reason: null })),
  ]
  return told.map(({ class: dataClass, since, ...rest }) => ({
    ...rest,
    class: dataClass as LookUpClass,
    since: since.toISOString(),
  }))
}
