import type { Run } from '../../access/context.ts'
import { sendCheckpoints } from '../commands/send-checkpoints.ts'
import { sendCosignatures } from '../commands/send-cosignatures.ts'
import { partnersToWitness } from '../queries/partners-to-witness.ts'

/**
 * Shows our exchange ledger to every partner once a day, and tells them what became of theirs. To be called every few
 * minutes; each call sends only what is due. Answers how many messages were put into the outbox.
 */
export function keepWitness(run: Run): Promise<number> {
  return run(async (context) => {
    const partners = await partnersToWitness(context)
    const answers = await sendCosignatures(context, partners)
    return answers + (await sendCheckpoints(context, partners)).length
  })
}
