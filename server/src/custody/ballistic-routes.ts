import { ProofmarkError } from '@proofmark/contract/errors'
import type { RouteName } from '@proofmark/contract/paths'
import { PURPOSES } from '@proofmark/contract/purposes'
import type { Context } from '../access/context.ts'
import { insist } from '../access/insist.ts'
import type { Handlers, SignedInCall } from '../http/endpoint.ts'
import { contentOf, fileNameIn } from '../http/sent-file.ts'
import { verifyBallistics, withdrawBallistics } from './commands/judge-ballistics.ts'
import { linkBallistics } from './commands/link-ballistics.ts'
import { referBallistics } from './commands/refer-ballistics.ts'
import {
  findBallistics,
  listBallistics,
  listReferrals,
  showBallistics,
  shownAfter,
} from './commands/show-ballistics.ts'
import { presentAdded, presentDesk, presentFound, presentReferral, presentWeapon } from './present/ballistic.ts'
import { addRows, rowsOfTable } from './runs/ballistic-file.ts'

type BallisticRoutes = Pick<Handlers, Extract<RouteName, `ballistic${string}`>>

/** A command about one item, answered by its weapon as it then stands. */
const acting =
  <Input>(command: (context: Context, input: Input) => Promise<string>) =>
  async ({ body, run }: Pick<SignedInCall<'ballisticShow'>, 'run'> & { readonly body: Input }) =>
    insist(run, async (context) => presentWeapon(await shownAfter(command)(context, body), context.reader))

/** The rows of a sent table. Throws `purpose_needed`. */
async function sentRows(call: SignedInCall<'ballisticFile'>) {
  const purpose = call.http.req.query('purpose')
  if (!PURPOSES.some((each) => each === purpose))
    throw new ProofmarkError('purpose_needed', { accepted: PURPOSES.join(', ') })
  return rowsOfTable(fileNameIn(call), contentOf(call))
}

export function ballisticRoutes(): BallisticRoutes {
  return {
    ballisticAdd: async ({ body, run, say }) => {
      const rows = body.rows.map((value, place) => ({ row: place + 1, value }))
      return presentAdded(await addRows(run, rows), say)
    },
    ballisticFile: async (call) => {
      const rows = await sentRows(call)
      return presentAdded(await addRows(call.run, rows), call.say)
    },
    ballisticLink: acting(linkBallistics),
    ballisticVerify: acting(verifyBallistics),
    ballisticWithdraw: acting(withdrawBallistics),
    ballisticRefer: acting(referBallistics),
    ballisticShow: async ({ body, run }) =>
      run(async (context) => presentWeapon(await showBallistics(context, body.item), context.reader)),
    ballisticList: async ({ run }) => presentDesk(await run(listBallistics)),
    ballisticFind: async ({ body, run }) => presentFound(await run((context) => findBallistics(context, body))),
    ballisticReferrals: async ({ run, say }) => {
      const { referrals, more } = await run(listReferrals)
      return { referrals: referrals.map((each) => presentReferral(each, say)), more }
    },
  }
}
