import type { PairEnd } from '@proofmark/contract/schemas/why-not'
import type { Context } from '../access/context.ts'
import type { Handlers } from '../http/endpoint.ts'
import { recordNamed } from '../records/queries/record-named.ts'
import { listUnnumbered } from './commands/list-unnumbered.ts'
import { whyNot } from './commands/why-not.ts'
import { presentUnnumbered } from './present/unnumbered.ts'
import { presentWhyNot } from './present/why-not.ts'
import { isolateNames } from './present/wording.ts'

const recordAt = async (context: Context, end: PairEnd): Promise<string> =>
  'record' in end ? end.record : recordNamed(context, end.source, end.key, end.agency)

export function whyNotRoutes(): Pick<Handlers, 'whyNot' | 'unnumberedList'> {
  return {
    unnumberedList: async ({ body, run, say, locale }) =>
      presentUnnumbered(await run((context) => listUnnumbered(context, body.record)), {
        say,
        locale,
        isolate: isolateNames,
      }),
    whyNot: async ({ body, run, say, locale }) => {
      const found = await run(async (context) =>
        whyNot(context, { record: await recordAt(context, body.record), other: await recordAt(context, body.other) }),
      )
      return presentWhyNot(found, { say, locale, isolate: isolateNames })
    },
  }
}
