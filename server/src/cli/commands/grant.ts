import { grantRequest, grantRevokeRequest } from '@proofmark/contract/schemas/partner'
import { giveGrant, revokeGrant } from '../../exchange/commands/give-grant.ts'
import { presentGrant } from '../../exchange/present/grant.ts'
import { listGrants } from '../../exchange/queries/grants.ts'
import { listed, needed } from '../arguments.ts'
import { oneLine, print, printJson } from '../output.ts'
import { type Shell, withShell } from '../shell.ts'
import { typed } from '../typed.ts'
import { readAdministration } from './administration.ts'

const FLAGS = { partner: { type: 'string' }, class: { type: 'string' }, until: { type: 'string' } } as const
type GrantFlags = ReturnType<typeof readAdministration<typeof FLAGS>>['flags']

const MOST = 500

async function list({ run, say }: Shell, { partner, json }: GrantFlags): Promise<void> {
  for (const row of (await run((context) => listGrants(context, MOST, partner))).map(presentGrant)) {
    if (json) printJson(row)
    else {
      const { revokedAt, told, expires } = row
      const standing =
        revokedAt === null
          ? say('shell.grant_open', { until: expires })
          : say('shell.grant_revoked_since', { at: revokedAt, told: say(`word.outbox_state.${told ?? 'waiting'}`) })
      print([row.grant, row.partner, row.dataClass, row.subject, standing].map(oneLine).join('\t'))
    }
  }
}

async function give({ run, say }: Shell, subject: string, flags: GrantFlags): Promise<void> {
  const { expires, ...asked } = typed(grantRequest, {
    subject,
    partner: needed(flags.partner, '--partner'),
    dataClass: needed(flags.class, '--class'),
    expires: new Date(needed(flags.until, '--until')).toISOString(),
  })
  const given = await run((context) => giveGrant(context, { ...asked, expires: new Date(expires) }))
  if (flags.json) printJson(given)
  else print(say('shell.grant_given', { ...given }))
}

async function revoke({ run, say }: Shell, grant: string, { json }: GrantFlags): Promise<void> {
  const asked = typed(grantRevokeRequest, { grant })
  const sent = await run((context) => revokeGrant(context, asked))
  if (json) printJson(sent)
  else print(say('shell.grant_revoked', { ...sent }))
}

/** `proofmark grant [list]`, `… give SUBJECT --partner P --class C --until TIME`, `… revoke GRANT`. */
export async function grantCommand(args: readonly string[]): Promise<void> {
  const { flags, words, shell } = readAdministration(args, FLAGS)
  const action = listed('grant', words[0] ?? 'list', ['list', 'give', 'revoke'] as const)
  await withShell(shell, (opened) => {
    if (action === 'list') return list(opened, flags)
    if (action === 'give') return give(opened, needed(words[1], 'SUBJECT'), flags)
    return revoke(opened, needed(words[1], 'GRANT'), flags)
  })
}
