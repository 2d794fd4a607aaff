import { type ErrorCode, type ErrorParameters, ProofmarkError } from '@proofmark/contract/errors'
import type { NodeIdentity } from '@proofmark/contract/schemas/partner'
import * as z from 'zod'
import type { Run } from '../access/context.ts'
import { resolveReader } from '../access/queries/resolve-reader.ts'
import { runCommand } from '../access/run-command.ts'
import type { Answers, Ask } from '../processes/channel.ts'
import { type TakenOut, takeOut } from './commands/take-out.ts'
import { identityOf } from './keys/node-keys.ts'
import type { ExchangeNode } from './node.ts'
import { type TakenIn, takeIn } from './runs/take-in.ts'

/** What the serving process, which holds no key of the node, has done by the one that does, in a reader’s name. */
export interface NodeLine {
  readonly identity: () => Promise<NodeIdentity>
  readonly takeOut: (account: string, partner: string) => Promise<TakenOut>
  readonly takeIn: (account: string, sealed: string) => Promise<TakenIn>
}

type Outcome =
  | { readonly done: unknown }
  | { readonly refused: { readonly code: ErrorCode; readonly parameters: ErrorParameters } }

const PATIENCE_MS = 60_000

const outOf = z.object({ account: z.string(), partner: z.string() })
const inTo = z.object({ account: z.string(), sealed: z.string() })

/** What the exchange process answers to it. */
export function answersToDesk({ keys, services }: ExchangeNode): Answers {
  // The rights of whoever asks are resolved here once more.
  const as =
    (account: string): Run =>
    async (work) => {
      const reader = await resolveReader(services.pool, account, services.clock())
      if (!reader) throw new ProofmarkError('sign_in_needed')
      return runCommand(services, reader, null, work)
    }
  const settled = async (work: () => Promise<unknown>): Promise<Outcome> => {
    try {
      return { done: await work() }
    } catch (failure) {
      if (!(failure instanceof ProofmarkError)) throw failure
      return { refused: { code: failure.code, parameters: failure.parameters } }
    }
  }
  return {
    identity: async () => settled(async () => identityOf(keys)),
    takeOut: async (input) => {
      const { account, partner } = outOf.parse(input)
      return settled(() => as(account)((context) => takeOut(context, keys, { partner })))
    },
    takeIn: async (input) => {
      const { account, sealed } = inTo.parse(input)
      return settled(() => takeIn(as(account), keys, sealed))
    },
  }
}

/** The line as the serving process asks over it. Throws `exchange_not_running` where nobody answers. */
export function nodeLine(ask: Ask): NodeLine {
  const done = async (name: string, input: unknown): Promise<unknown> => {
    const outcome = (await ask('exchange', name, input, PATIENCE_MS).catch((cause: unknown) => {
      throw new ProofmarkError('exchange_not_running', {}, cause)
    })) as Outcome
    if ('done' in outcome) return outcome.done
    throw new ProofmarkError(outcome.refused.code, outcome.refused.parameters)
  }
  return {
    identity: async () => (await done('identity', null)) as NodeIdentity,
    takeOut: async (account, partner) => (await done('takeOut', { account, partner })) as TakenOut,
    takeIn: async (account, sealed) => (await done('takeIn', { account, sealed })) as TakenIn,
  }
}
