import { ProofmarkError } from '@proofmark/contract/errors'
import { signInTraceRequest } from '@proofmark/contract/schemas/account'
import { accountNamed } from '../../access/queries/find-account.ts'
import { readSignIns } from '../../access/queries/read-sign-ins.ts'
import { print, printJson } from '../output.ts'
import { withShell } from '../shell.ts'
import { readAdministration } from './administration.ts'

/** A time as a page's last entry bears it. Throws `value_not_listed`. */
function readBefore(value: string | undefined): string | undefined {
  if (value === undefined || signInTraceRequest.safeParse({ before: value }).success) return value
  throw new ProofmarkError('value_not_listed', {
    field: 'before',
    value: value.slice(0, 80),
    accepted: '2026-01-31T08:00:00.000000Z',
  })
}

/** `proofmark sign-ins [--account NAME] [--before TIME]`: a page of who signed in, was refused or signed out. */
export async function signInsCommand(args: readonly string[]): Promise<void> {
  const { flags, shell } = readAdministration(args, { account: { type: 'string' }, before: { type: 'string' } })
  const before = readBefore(flags.before)
  await withShell(shell, async ({ run, say }) => {
    const entries = await run(async (context) => {
      const account = flags.account === undefined ? undefined : await accountNamed(context, flags.account)
      return readSignIns(context, { account, before })
    })
    for (const each of entries) {
      if (flags.json) printJson(each)
      else {
        const { at, account, outcome, method, reason } = each
        const how = [method && say(`word.sign_in_method.${method}`), reason && say(`word.sign_in_reason.${reason}`)]
        print(
          [at, account ?? '–', say(`word.sign_in_outcome.${outcome}`), ...how.map((word) => word ?? '–')].join('\t'),
        )
      }
    }
  })
}
