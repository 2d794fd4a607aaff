import type { Context } from '../../access/context.ts'
import { cosignersOf } from '../queries/cosigners.ts'
import { exchangedAbout } from '../queries/exchanged-about.ts'
import { partnersToWitness } from '../queries/partners-to-witness.ts'
import { sendCheckpoints } from './send-checkpoints.ts'

/** Those of the partners that may witness who have not cosigned all that the exchange ledger holds of a matter. */
export async function lackingCosigners(context: Context, about: string): Promise<string[]> {
  const entries = (await exchangedAbout(context, about)).map(({ entry }) => entry.id)
  const cosigned = await cosignersOf(context, entries)
  const partners = await partnersToWitness(context)
  return partners.filter((partner) => entries.some((entry) => !cosigned.get(entry)?.includes(partner)))
}

/** Asks them to, at once; answers whom. The ledger was settled before. */
export async function askToCosign(context: Context, about: string): Promise<string[]> {
  const lacking = await lackingCosigners(context, about)
  await sendCheckpoints(context, lacking, 'now')
  return lacking
}
