import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import { LOCALES, type Locale } from '@proofmark/contract/locales'
import {
  disposalListRequest,
  disposalOpenRequest,
  disposalSignRequest,
  disposalWithdrawRequest,
} from '@proofmark/contract/schemas/custody-storage'
import { insist } from '../../access/insist.ts'
import { openDisposal } from '../../custody/commands/dispose.ts'
import { listDisposals } from '../../custody/commands/list-disposals.ts'
import { showDisposal } from '../../custody/commands/show-disposal.ts'
import { takeCertificate } from '../../custody/commands/take-paper.ts'
import { withdrawDisposal } from '../../custody/commands/withdraw-disposal.ts'
import { printCertificate } from '../../custody/documents/certificate.ts'
import { presentDisposal, presentDisposals } from '../../custody/present/storage.ts'
import { signCampaign } from '../../custody/runs/sign-campaign.ts'
import { listed, needed, readAfter, readLimit } from '../arguments.ts'
import { oneLine, print, printJson, tell } from '../output.ts'
import type { Shell } from '../shell.ts'
import { typed } from '../typed.ts'
import { withMatching } from '../with-match.ts'
import type { CustodyAct } from './custody-acts.ts'
import { type CustodyFlags, written } from './custody-print.ts'

async function printCampaign({ run, say }: Shell, flags: CustodyFlags, id: string): Promise<void> {
  const shown = presentDisposal(await insist(run, (context) => showDisposal(context, id)))
  if (flags.json) return printJson(shown)
  const state = say(`word.disposal_state.${shown.state}`)
  print([shown.disposal, oneLine(shown.name), `${shown.signatures.length} / 2`, state].join('\t'))
  for (const { exhibit, obstacles, handle } of shown.exhibits)
    print(
      [exhibit, ...obstacles.map((word) => say(`word.custody_obstacle.${word}`)), handle ?? ''].join('\t').trimEnd(),
    )
}

async function open(shell: Shell, flags: CustodyFlags, exhibits: readonly string[]): Promise<string> {
  const said = typed(disposalOpenRequest, {
    id: randomUUID(),
    name: flags.name ?? new Date().toISOString().slice(0, 10),
    place: needed(flags.place, '--place TEXT'),
    witness: needed(flags.witness, '--witness NAME'),
    exhibits,
    grounds: shell.grounds,
  })
  return insist(shell.run, (context) => openDisposal(context, said))
}

async function sign(shell: Shell, flags: CustodyFlags, disposal: string): Promise<void> {
  const {
    signature: _,
    grounds: __,
    ...said
  } = typed(disposalSignRequest, {
    ...{ disposal, at: flags.at ?? new Date().toISOString(), grounds: shell.grounds },
  })
  await withMatching(shell, ({ clear }) => signCampaign({ run: shell.run, clear }, { ...said, origin: null }))
  await printCampaign(shell, flags, disposal)
}

const campaign: CustodyAct = async (shell, flags, [act = '', ...words]) => {
  if (act === 'open') return printCampaign(shell, flags, await open(shell, flags, words))
  const id = needed(words[0], 'CAMPAIGN')
  if (act === 'show') return printCampaign(shell, flags, id)
  if (act === 'sign') return sign(shell, flags, id)
  if (act === 'give-up') {
    const why = needed(flags.why, '--why TEXT')
    const { grounds: _, ...said } = typed(disposalWithdrawRequest, { disposal: id, why, grounds: shell.grounds })
    await insist(shell.run, (context) => withdrawDisposal(context, said))
    return printCampaign(shell, flags, id)
  }
  if (act !== 'certificate')
    throw new ProofmarkError('value_not_listed', {
      field: 'campaign',
      value: act,
      accepted: 'open, show, sign, give-up, certificate',
    })
  const out = needed(flags.out, '--out FILE')
  const language = listed('language', flags.language ?? shell.settings.locale, Object.keys(LOCALES) as Locale[])
  const view = await insist(shell.run, (context) => takeCertificate(context, id))
  await written(shell, flags, out, await printCertificate(view, language))
}

/** A campaign of its own for what is named, signed by the reader; another person signs it after them. */
const destroy: CustodyAct = async (shell, flags, words) => sign(shell, flags, await open(shell, flags, words))

/** Campaigns of destruction, those that wait for a second signature first. */
const campaigns: CustodyAct = async ({ run, say, grounds }, flags) => {
  const { grounds: _, ...asked } = typed(disposalListRequest, {
    ...(flags.state === undefined ? {} : { state: flags.state }),
    ...{ after: readAfter(flags.after), limit: readLimit(flags.limit), grounds },
  })
  const { disposals, more } = await run(async (context) =>
    presentDisposals(await listDisposals(context, asked), context.reader),
  )
  for (const each of disposals) {
    if (flags.json) printJson(each)
    else
      print(
        [
          ...[each.disposal, each.openedAt, say(`word.disposal_state.${each.state}`), each.exhibits],
          oneLine(each.name),
        ].join('\t'),
      )
  }
  if (!flags.json && more) tell(say('shell.list_more', { after: asked.after + disposals.length }))
}

export const CAMPAIGN_ACTS = { campaign, campaigns, destroy } as const satisfies Readonly<Record<string, CustodyAct>>
