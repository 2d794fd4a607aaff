import type { Context } from '../../access/context.ts'
import { holdExhibits } from '../queries/exhibit.ts'
import type { RecoveredAt } from '../rules/recovered-at.ts'
import { readerSide, statedOf } from './parties.ts'
import { blankStatement, heldChain, writeEvent } from './write-event.ts'

export interface BeginCustody {
  readonly exhibit: string
  /** When it was recovered, as far as that is known; it begins when it is written down where that is null. */
  readonly recovered: RecoveredAt | null
  /** IANA zone of the place. */
  readonly zone: string | null
  readonly place: string | null
  readonly seal: string | null
}

/**
 * Begins the chain of an exhibit at whoever recovered it, in the transaction that makes the exhibit. The same again changes nothing.
 * Throws `seal_used` where the seal stands on another exhibit, `not_found`.
 */
export async function beginCustody(context: Context, begun: BeginCustody): Promise<void> {
  const [exhibit] = await holdExhibits(context, [begun.exhibit])
  const held = await heldChain(context, exhibit!)
  if (held.events.length > 0) return
  const { recovered, zone, place, seal } = begun
  await writeEvent(context, held, {
    statement: {
      // The first event bears the identifier of its exhibit: there is one, however often it is sent.
      ...blankStatement(held, exhibit!.id),
      told: 'begin',
      purpose: 'recovered',
      from: null,
      to: statedOf(readerSide(context.reader, exhibit!)),
      saidAt: (recovered?.at ?? context.now).toISOString(),
      ...(recovered === null ? { statedDay: null } : recovered.statedDay && { statedDay: recovered.statedDay }),
      ...{ zone, place, sealIn: null, sealOut: seal },
    },
    names: {},
    deviceAt: null,
    signature: null,
    action: 'custody.begun',
  })
}
