import { ProofmarkError } from '@proofmark/contract/errors'
import { LONGEST_EPOCH_DAYS, LOOK_UP_CLASSES } from '@proofmark/contract/private-words'
import { LEGAL_BASES } from '@proofmark/contract/purposes'
import { agreementTerms, nodeName } from '@proofmark/contract/schemas/partner'
import { knownRequest, knownSwitch } from '@proofmark/contract/schemas/private-look-up'
import { openDoor } from '../../exchange/private/commands/open-door.ts'
import { ask, publishTo, switchTo } from '../../exchange/private/look-up.ts'
import { knownState } from '../../exchange/private/queries/known-state.ts'
import { COMMON, listed, needed, readArguments } from '../arguments.ts'
import { readText } from '../open-file.ts'
import { oneLine, print, printJson } from '../output.ts'
import { type Shell, withShell } from '../shell.ts'
import { withLookUp } from '../with-look-up.ts'

const FLAGS = {
  ...COMMON,
  partner: { type: 'string' },
  serial: { type: 'string' },
  make: { type: 'string' },
  case: { type: 'string' },
  basis: { type: 'string' },
  class: { type: 'string' },
  skeleton: { type: 'boolean' },
  days: { type: 'string' },
  law: { type: 'string' },
  anew: { type: 'boolean' },
  why: { type: 'string' },
  node: { type: 'string' },
  agreement: { type: 'string' },
} as const

type Flags = ReturnType<typeof readArguments<typeof FLAGS>>['flags']

const dataClassOf = ({ class: stated }: Flags) => listed('class', stated ?? 'lost_stolen_wanted', LOOK_UP_CLASSES)

/** What was typed, as the contract takes it. Throws `usage`, naming the first field that is not taken. */
function taken<Wanted>(form: { safeParse: (value: unknown) => Parsed<Wanted> }, value: unknown): Wanted {
  const outcome = form.safeParse(value)
  if (outcome.success) return outcome.data
  throw new ProofmarkError('usage', { reason: outcome.error.issues[0]?.path.join('.') ?? '' })
}
type Parsed<Wanted> =
  | { readonly success: true; readonly data: Wanted }
  | { readonly success: false; readonly error: { readonly issues: readonly { readonly path: PropertyKey[] }[] } }

/** `proofmark ask --partner XB --serial S`: does the partner know it? */
async function askOne(flags: Flags): Promise<void> {
  const request = taken(knownRequest, {
    partner: needed(flags.partner, '--partner'),
    serial: needed(flags.serial, '--serial'),
    make: flags.make,
    kind: flags.skeleton ? 'skeleton' : undefined,
    dataClass: dataClassOf(flags),
    reference: needed(flags.case ?? flags.reference, '--case'),
    basis: listed('basis', needed(flags.basis, '--basis'), LEGAL_BASES),
  })
  await withShell(flags, (shell) =>
    withLookUp(shell, async (lookUp) => {
      const { say } = shell
      const answer = await ask(lookUp, shell.run, request)
      const why = say(`known.why.${answer.why}`, { partner: request.partner })
      if (flags.json) return printJson({ ...answer, why, reason: answer.why })
      print(why)
      if (answer.contact) print([answer.contact.agency, answer.contact.unit].map(oneLine).join('\t'))
    }),
  )
}

async function showState({ json }: Flags, { run, say }: Shell): Promise<void> {
  const state = await run(knownState)
  if (json) return printJson(state)
  for (const { direction, partner, class: dataClass, epoch, ends, stopped } of state.epochs)
    print([say(`known.${direction}`), partner, dataClass, epoch, ends, stopped ?? ''].join('\t'))
  for (const { partner, class: dataClass, kind, used, quota } of state.quotas)
    print([say('known.used'), partner, dataClass, kind, `${used} / ${quota}`].join('\t'))
  for (const { day, partner, class: dataClass, kind, rule } of state.alarms)
    print([say(`known.alarm.${rule}`), day, partner, dataClass, kind].join('\t'))
}

/** `proofmark ask publish --partner XB`: what it may ask about, from the records of a class. */
async function publishOne(flags: Flags): Promise<void> {
  const days = flags.days === undefined ? LONGEST_EPOCH_DAYS : Number(flags.days)
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_EPOCH_DAYS)
    throw new ProofmarkError('value_not_listed', {
      field: 'days',
      value: flags.days ?? '',
      accepted: `1 – ${LONGEST_EPOCH_DAYS}`,
    })
  const request = {
    partner: needed(flags.partner, '--partner'),
    dataClass: dataClassOf(flags),
    days,
    anew: flags.anew === true,
    ...(flags.law === undefined ? {} : { law: flags.law }),
  }
  await withShell(flags, (shell) =>
    withLookUp(shell, async (lookUp) => {
      const publication = await publishTo(lookUp, shell.run, request)
      if (flags.json) return printJson(publication)
      print(shell.say('known.published_now', { epoch: publication.epoch, ends: publication.ends }))
      for (const { kind, number, bytes, hash } of publication.filters) print([kind, number, bytes, hash].join('\t'))
    }),
  )
}

async function switchOne(flags: Flags, stopped: boolean): Promise<void> {
  const wanted = taken(knownSwitch, {
    partner: needed(flags.partner, '--partner'),
    dataClass: dataClassOf(flags),
    stopped,
    reason: needed(flags.why, '--why'),
  })
  await withShell(flags, (shell) =>
    withLookUp(shell, async (lookUp) => {
      const epochs = await switchTo(lookUp, shell.run, wanted)
      if (flags.json) return printJson({ epochs })
      print(shell.say(stopped ? 'known.stopped_now' : 'known.resumed_now', { partner: wanted.partner, epochs }))
    }),
  )
}

/** `proofmark ask door AGENCY --node XA-CUSTOMS --agreement FILE`: an agency of this installation becomes a partner. */
async function doorOne(flags: Flags, agency: string): Promise<void> {
  const partner = taken(nodeName, needed(flags.node, '--node'))
  const file = needed(flags.agreement, '--agreement')
  const terms = taken(agreementTerms, JSON.parse(await readText(file)))
  await withShell(flags, async ({ run }) => {
    await run((context) => openDoor(context, { agency, partner, terms }))
    if (flags.json) printJson({ partner, agency })
    else print([partner, agency].join('\t'))
  })
}

/** `proofmark ask …`: known or not known. */
export async function askCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  switch (words[0]) {
    case undefined:
      return askOne(flags)
    case 'list':
      return withShell(flags, (shell) => showState(flags, shell))
    case 'publish':
      return publishOne(flags)
    case 'stop':
      return switchOne(flags, true)
    case 'resume':
      return switchOne(flags, false)
    case 'door':
      return doorOne(flags, needed(words[1], 'AGENCY'))
    default:
      throw new ProofmarkError('usage', { reason: 'list, publish, stop, resume, door' })
  }
}
