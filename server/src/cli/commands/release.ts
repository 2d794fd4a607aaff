import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Say } from '@proofmark/contract/messages'
import { LEGAL_BASES } from '@proofmark/contract/purposes'
import { RELEASE_CONDITIONS } from '@proofmark/contract/release-conditions'
import {
  type ListedGiven,
  type ListedReceived,
  releaseRequest,
  releaseWithdrawRequest,
} from '@proofmark/contract/schemas/release'
import { findAgency } from '../../access/commands/add-agency.ts'
import { releaseRecords } from '../../access/commands/release-records.ts'
import { withdrawRelease } from '../../access/commands/withdraw-release.ts'
import { insist } from '../../access/insist.ts'
import { presentMade, presentReleaseList, presentWithdrawn } from '../../access/present/release.ts'
import { listReleases } from '../../access/queries/list-releases.ts'
import { soleSource } from '../../records/queries/find-source.ts'
import { recordId } from '../../records/rules/record-id.ts'
import { COMMON, listed, needed, readArguments } from '../arguments.ts'
import { asTyped } from '../as-typed.ts'
import { matchHere } from '../match-here.ts'
import { print, printJson, tell } from '../output.ts'
import { type Shell, withShell } from '../shell.ts'
import { typed } from '../typed.ts'

const FLAGS = {
  ...COMMON,
  agency: { type: 'string' },
  to: { type: 'string' },
  until: { type: 'string' },
  condition: { type: 'string', multiple: true },
  note: { type: 'string' },
  basis: { type: 'string' },
} as const

type Flags = ReturnType<typeof readArguments<typeof FLAGS>>['flags']

/** What somebody typed into another agency's form cannot break a line or move the cursor of a terminal. */
const oneLine = (text: string | null) => (text ?? '').replaceAll(/\p{Cc}+/gu, ' ')

async function make(shell: Shell, flags: Flags, [source = '', ...keys]: readonly string[]): Promise<void> {
  const { run, say } = shell
  const release = randomUUID()
  const made = await insist(run, async (context) => {
    const { id } = await soleSource(context, source, flags.agency)
    const to = await findAgency(context, needed(flags.to, '--to'))
    if (!to) throw new ProofmarkError('agency_unknown', { value: flags.to ?? '' })
    const records = new Map(keys.map((key) => [recordId(context.recordSecret, id, key), `${source} ${key}`]))
    const request = typed(releaseRequest, {
      id: release,
      records: [...records.keys()],
      to: to.id,
      until: flags.until,
      conditions: (flags.condition ?? []).map((word) => listed('condition', word, RELEASE_CONDITIONS)),
      ...(flags.note === undefined ? {} : { note: flags.note }),
      ...(flags.reference === undefined ? {} : { reference: flags.reference }),
      ...(flags.basis === undefined ? {} : { basis: listed('basis', flags.basis, LEGAL_BASES) }),
    })
    return asTyped(records, () => releaseRecords(context, request))
  })
  await matchHere(shell)
  if (flags.json) printJson(presentMade(made))
  else print(say('shell.released', { to: made.to, until: made.until, release: made.release }))
}

async function withdraw(shell: Shell, flags: Flags, word: string | undefined): Promise<void> {
  const { release } = typed(releaseWithdrawRequest, { release: needed(word, 'RELEASE') })
  const withdrawn = presentWithdrawn(await insist(shell.run, (context) => withdrawRelease(context, release)))
  await matchHere(shell)
  if (flags.json) printJson(withdrawn)
  else print(shell.say('shell.release_withdrawn', { release }))
}

function printReleased(each: ListedGiven | ListedReceived, agency: string, say: Say): void {
  const conditions = each.conditions.map((word) => say(`word.release_condition.${word}`)).join('; ')
  const records = each.records.map(({ source, key }) => `${source} ${key}`).join(', ')
  const said = [each.until, say(`word.release_state.${each.state}`), conditions, oneLine(each.note), oneLine(records)]
  print([each.release, agency, oneLine(each.reference), ...said].join('\t'))
}

async function list({ run, say }: Shell, flags: Flags): Promise<void> {
  const { given, received, more } = presentReleaseList(await run(listReleases))
  if (flags.json) {
    for (const each of given) printJson({ side: 'given', ...each })
    for (const each of received) printJson({ side: 'received', ...each })
  } else {
    if (given.length + received.length === 0) print(say('shell.releases_none'))
    if (given.length > 0) print(say('shell.releases_given'))
    for (const each of given) printReleased(each, each.to, say)
    if (received.length > 0) print(say('shell.releases_received'))
    for (const each of received) printReleased(each, each.by, say)
  }
  if (more.given || more.received) tell(say('shell.releases_more'))
}

/**
 * `proofmark release SOURCE KEY --to AGENCY --until DATE`: shows a record to another agency; `release list` and `release
 * withdraw`: what was given and received, and taking one back. A source may be called `list`: `--to` makes it a release.
 */
export async function releaseCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  await withShell(flags, async (shell) => {
    if (flags.to !== undefined) {
      needed(words[0], 'SOURCE')
      needed(words[1], 'KEY')
      needed(flags.until, '--until')
      return make(shell, flags, words)
    }
    if (words[0] === 'list') return list(shell, flags)
    if (words[0] === 'withdraw') return withdraw(shell, flags, words[1])
    needed(flags.to, '--to')
  })
}
