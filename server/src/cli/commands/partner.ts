import { ProofmarkError } from '@proofmark/contract/errors'
import { PARTNER_STATES } from '@proofmark/contract/exchange-words'
import { partnerFile } from '@proofmark/contract/schemas/partner'
import { addPartner } from '../../exchange/commands/add-partner.ts'
import { decideRestore } from '../../exchange/commands/decide-restore.ts'
import { reconcileByHand, revokeCertificate, setPartnerState } from '../../exchange/commands/set-partner.ts'
import { identityOf } from '../../exchange/keys/node-keys.ts'
import { needPartnerKeeper } from '../../exchange/policy/partner.ts'
import { presentPartner } from '../../exchange/present/partner.ts'
import { listPartners } from '../../exchange/queries/list-partners.ts'
import { fileFault } from '../../exchange/rules/file-fault.ts'
import { listed, needed } from '../arguments.ts'
import { nodeKeysOf } from '../node-name.ts'
import { readText } from '../open-file.ts'
import { oneLine, print, printJson } from '../output.ts'
import { type Shell, withShell } from '../shell.ts'
import { readAdministration } from './administration.ts'

const ACTIONS = ['list', 'add', 'identity', 'state', 'revoke', 'reconciled', 'restored'] as const

async function list({ run, say }: Shell, json: boolean): Promise<void> {
  for (const partner of (await run(listPartners)).map(presentPartner)) {
    if (json) printJson(partner)
    else {
      const { figures, state, endpoint, agreement } = partner
      const agreed = agreement === null ? say('exchange.no_agreement') : say('exchange.agreement', { ...agreement })
      print(
        [
          partner.partner,
          oneLine(partner.name),
          say(`word.partner_state.${state}`),
          endpoint ?? '–',
          oneLine(agreed),
        ].join('\t'),
      )
      print(`\t${say('exchange.figures', { ...figures })}`)
      if (!partner.reconciled) print(`\t${say('exchange.not_reconciled')}`)
    }
  }
}

async function add({ run, say }: Shell, file: string, json: boolean): Promise<void> {
  const text = await readText(file)
  let stated: unknown
  try {
    stated = JSON.parse(text)
  } catch (cause) {
    throw new ProofmarkError('body_invalid', { field: file, expected: 'json' }, cause)
  }
  const outcome = partnerFile.safeParse(stated)
  if (!outcome.success) throw fileFault(file, stated, outcome.error)
  const added = await run((context) => addPartner(context, outcome.data))
  if (json) printJson(added)
  else print(say('shell.partner_added', { ...added }))
}

async function identity({ run, settings, installation }: Shell): Promise<void> {
  await run(async ({ reader }) => needPartnerKeeper(reader))
  printJson(identityOf(await nodeKeysOf(settings, installation)))
}

async function change({ run, say }: Shell, action: string, words: readonly string[]): Promise<void> {
  const partner = needed(words[1], 'PARTNER')
  if (action === 'state') {
    const state = listed('state', needed(words[2], 'STATE'), PARTNER_STATES)
    await run((context) => setPartnerState(context, { partner, state }))
  } else if (action === 'revoke') {
    const fingerprint = needed(words[2], 'FINGERPRINT')
    await run((context) => revokeCertificate(context, { partner, fingerprint }))
  } else await run((context) => reconcileByHand(context, { partner }))
  print(say('shell.partner_changed', { partner }))
}

/** `proofmark partner list|add FILE|identity|state PARTNER STATE|revoke PARTNER FINGERPRINT|reconciled PARTNER`. */
export async function partnerCommand(args: readonly string[]): Promise<void> {
  const { flags, words, shell } = readAdministration(args, { refuse: { type: 'boolean' }, why: { type: 'string' } })
  const action = listed('partner', words[0] ?? 'list', ACTIONS)
  const json = flags.json === true
  await withShell(shell, async (opened) => {
    if (action === 'list') await list(opened, json)
    else if (action === 'add') await add(opened, needed(words[1], 'FILE'), json)
    else if (action === 'identity') await identity(opened)
    else if (action === 'restored') {
      const partner = needed(words[1], 'PARTNER')
      const why = needed(flags.why, '--why')
      await opened.run((context) => decideRestore(context, { partner, approved: flags.refuse !== true, why }))
      print(opened.say('shell.partner_changed', { partner }))
    } else await change(opened, action, words)
  })
}
