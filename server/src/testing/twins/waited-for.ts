import { openDisposal } from '../../custody/commands/dispose.ts'
import { orderExhibit } from '../../custody/commands/order-exhibit.ts'
import { draftTrace } from '../../tracing/commands/draft-trace.ts'
import { recoverExhibits } from '../exhibits.ts'
import { identifierOf, recordIn, runAs, type Twin } from './twin.ts'

/**
 * A campaign of the police for one of their exhibits, which in the twin with hidden records another agency asked about abroad, by a
 * hidden record of the same mark. Answers the campaign.
 */
export async function campaignWaitedFor(twin: Twin): Promise<string> {
  const [exhibit, disposal] = [identifierOf('exhibit waited for'), identifierOf('campaign waited for')]
  const record = recordIn('Police', 'seizures', 'S-8')
  await runAs(twin, 'police recorder')((context) => recoverExhibits(context, [{ id: exhibit, record }]))
  const manager = runAs(twin, 'police exhibit_manager')
  const order = { kind: 'destroy', authority: 'court', reference: 'K 9/26', on: '2026-01-20' } as const
  await manager((context) => orderExhibit(context, { id: identifierOf('order for it'), exhibit, ...order }))
  const said = { name: 'Summer', place: 'Smelter', witness: 'W. Itness', exhibits: [exhibit] }
  await manager((context) => openDisposal(context, { id: disposal, ...said }))
  const asked = { id: identifierOf('waiting trace'), to: { partner: 'XB' }, priority: 'routine' } as const
  if (twin.hidden)
    await runAs(
      twin,
      'customs',
    )((context) => draftTrace(context, { ...asked, record: recordIn('Customs', 'covert', 'HC-16') }))
  return disposal
}
