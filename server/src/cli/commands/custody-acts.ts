import { createHash, randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { CUSTODY_BREAKS, CUSTODY_HOLDS, CUSTODY_ORDERS, ORDERING_AUTHORITIES } from '@proofmark/contract/custody-words'
import { ProofmarkError } from '@proofmark/contract/errors'
import {
  custodyAcceptRequest,
  custodyExplainRequest,
  custodyHandOverRequest,
  custodyHoldRequest,
  custodyJoinRequest,
  custodyLiftRequest,
  custodyListRequest,
  custodyOrderRequest,
  custodySplitRequest,
} from '@proofmark/contract/schemas/custody'
import type { Context } from '../../access/context.ts'
import { insist } from '../../access/insist.ts'
import { answerHandOver } from '../../custody/commands/answer-hand-over.ts'
import { handOver } from '../../custody/commands/hand-over.ts'
import { explainBreak, holdExhibit, liftHold, orderExhibit } from '../../custody/commands/order-exhibit.ts'
import { listCustody, showCustody } from '../../custody/commands/show-custody.ts'
import { joinExhibits, splitExhibit } from '../../custody/commands/split-exhibit.ts'
import { itemText, presentCustody, presentListed, sideText } from '../../custody/present/custody.ts'
import { listed, needed, readLimit } from '../arguments.ts'
import { readBytes } from '../open-file.ts'
import { oneLine, print, printJson } from '../output.ts'
import type { Shell } from '../shell.ts'
import { typed } from '../typed.ts'
import { type CustodyFlags, printCustody } from './custody-print.ts'

export type CustodyAct = (shell: Shell, flags: CustodyFlags, words: readonly string[]) => Promise<void>

const given = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

const when = ({ at, zone }: CustodyFlags) => given({ at: at ?? new Date().toISOString(), zone })
const sealOf = ({ unsealed }: CustodyFlags, seal: string | undefined) => (unsealed ? null : seal)

/** The hash of a scanned paper, which stays where it is. */
async function scanOf(file: string | undefined): Promise<string | undefined> {
  return file === undefined
    ? undefined
    : createHash('sha256')
        .update(await readBytes(resolve(file)))
        .digest('hex')
}

const sideOf = ({ to, agency, person, organisation }: CustodyFlags) => {
  const side = given({ account: to, agency, person, organisation })
  return Object.keys(side).length === 0 ? undefined : side
}

async function act(shell: Shell, flags: CustodyFlags, exhibit: string, work: (context: Context) => Promise<string>) {
  await insist(shell.run, work)
  await printCustody(shell, flags, exhibit)
}

const show: CustodyAct = (shell, flags, [exhibit]) => printCustody(shell, flags, needed(exhibit, 'EXHIBIT'))

/** What may be handed over for. */
const GIVEN_FOR = custodyHandOverRequest.shape.purpose.options

/** A purpose by its code, or by the word that pages say for it. Throws `value_not_listed`, naming those that are accepted. */
function purposeOf({ say }: Shell, word: string): string {
  const typedIn = word.trim().toLowerCase()
  const said = GIVEN_FOR.find((code) => say(`word.custody_purpose.${code}`).toLowerCase() === typedIn)
  return said ?? listed('for', typedIn, GIVEN_FOR)
}

const told = ({ take, paper, keep }: CustodyFlags) => (take ? 'receiver' : paper ? 'paper' : keep ? 'keeper' : 'giver')

async function sayOf(shell: Shell, flags: CustodyFlags, exhibit: string, more: Readonly<Record<string, unknown>>) {
  const {
    signature: _,
    grounds: __,
    ...said
  } = typed(custodyHandOverRequest, {
    event: flags.event ?? randomUUID(),
    exhibit,
    ...when(flags),
    ...given({ place: flags.place, storage: flags.store, condition: flags.condition, sealFound: flags['seal-found'] }),
    ...given(more),
    grounds: shell.grounds,
  })
  await act(shell, flags, exhibit, (context) => handOver(context, { said, origin: null }))
}

const give: CustodyAct = async (shell, flags, [word]) => {
  const { witness, order, due, from } = flags
  await sayOf(shell, flags, needed(word, 'EXHIBIT'), {
    told: told(flags),
    purpose: purposeOf(shell, flags.for ?? 'transport'),
    to: sideOf(flags),
    from: from === undefined ? undefined : { account: from },
    ...{ witness, order, due, seal: sealOf(flags, flags.seal), resealed: flags.why },
    scan: await scanOf(flags.scan),
  })
}

const seal: CustodyAct = (shell, flags, [word]) =>
  sayOf(shell, flags, needed(word, 'EXHIBIT'), {
    told: 'keeper',
    purpose: purposeOf(shell, flags.for ?? 'store'),
    seal: sealOf(flags, flags.seal),
    resealed: needed(flags.why, '--why TEXT'),
  })

/** The event that waits for an answer, unless it is named. */
async function waiting(shell: Shell, flags: CustodyFlags, exhibit: string): Promise<string> {
  if (flags.event !== undefined) return flags.event
  const { judged } = await insist(shell.run, (context) => showCustody(context, exhibit))
  return needed(judged.open?.id, '--event ID')
}

const accept: CustodyAct = async (shell, flags, [word]) => {
  const exhibit = needed(word, 'EXHIBIT')
  const { decline, withdraw, store, condition } = flags
  const {
    signature: _,
    grounds: __,
    ...said
  } = typed(custodyAcceptRequest, {
    event: await waiting(shell, flags, exhibit),
    exhibit,
    verdict: decline ? 'declined' : withdraw ? 'withdrawn' : 'accepted',
    ...when(flags),
    ...given({ seal: sealOf(flags, flags['seal-found']), storage: store, condition }),
    grounds: shell.grounds,
  })
  await act(shell, flags, exhibit, (context) => answerHandOver(context, { said, origin: null }))
}

/** The identifier of an event that is named by its number, as the chain is printed; anything else names it by itself. */
async function eventOf({ run }: Shell, exhibit: string, named: string): Promise<string> {
  if (!/^\d{1,6}$/.test(named)) return named
  const { events } = presentCustody(await insist(run, (context) => showCustody(context, exhibit)))
  const found = events.find(({ number }) => number === Number(named))
  if (!found) throw new ProofmarkError('not_found', { what: named })
  return found.event
}

const explain: CustodyAct = async (shell, flags, [word]) => {
  const exhibit = needed(word, 'EXHIBIT')
  const event = await eventOf(shell, exhibit, needed(flags.event, '--event NUMBER'))
  const said = typed(custodyExplainRequest, {
    ...{ id: randomUUID(), exhibit, event, why: needed(flags.why, '--why TEXT') },
    code: listed('break', needed(flags.break, '--break BREAK'), CUSTODY_BREAKS),
    grounds: shell.grounds,
  })
  await act(shell, flags, exhibit, (context) => explainBreak(context, said))
}

const split: CustodyAct = async (shell, flags, [word, ...parts]) => {
  const exhibit = needed(word, 'EXHIBIT')
  const pieces = flags.pieces === undefined ? undefined : Number(flags.pieces)
  const said = typed(custodySplitRequest, {
    event: flags.event ?? randomUUID(),
    exhibit,
    parts: (parts.length > 0 ? parts : [randomUUID()]).map((part) => given({ exhibit: part, pieces })),
    ...when(flags),
    ...given({ seal: sealOf(flags, flags.seal), condition: flags.condition }),
    grounds: shell.grounds,
  })
  await act(shell, flags, exhibit, (context) => splitExhibit(context, said))
}

const join: CustodyAct = async (shell, flags, of) => {
  const exhibit = randomUUID()
  const said = typed(custodyJoinRequest, {
    ...{ event: flags.event ?? randomUUID(), exhibit, of },
    ...when(flags),
    ...given({ seal: flags.seal, condition: flags.condition }),
    grounds: shell.grounds,
  })
  await act(shell, flags, exhibit, (context) => joinExhibits(context, said))
}

const order: CustodyAct = async (shell, flags, [word]) => {
  const exhibit = needed(word, 'EXHIBIT')
  const said = typed(custodyOrderRequest, {
    id: randomUUID(),
    exhibit,
    kind: listed('kind', needed(flags.kind, '--kind KIND'), CUSTODY_ORDERS),
    authority: listed('authority', flags.authority ?? 'court', ORDERING_AUTHORITIES),
    reference: needed(flags['order-reference'], '--order-reference REF'),
    on: needed(flags.on, '--on DAY'),
    ...given({ until: flags.until, conditions: flags.condition, scan: await scanOf(flags.scan) }),
    grounds: shell.grounds,
  })
  const { id, at } = await insist(shell.run, (context) => orderExhibit(context, said))
  if (flags.json) printJson({ id, at: at.toISOString() })
  else print(id)
}

const hold: CustodyAct = async (shell, flags, [word]) => {
  const said = typed(custodyHoldRequest, {
    ...{ id: randomUUID(), exhibit: needed(word, 'EXHIBIT'), why: needed(flags.why, '--why TEXT') },
    kind: listed('kind', flags.kind ?? 'other', CUSTODY_HOLDS),
    grounds: shell.grounds,
  })
  const { id, at } = await insist(shell.run, (context) => holdExhibit(context, said))
  if (flags.json) printJson({ id, at: at.toISOString() })
  else print(id)
}

const lift: CustodyAct = async (shell, flags, [word, id]) => {
  const said = typed(custodyLiftRequest, {
    ...{ exhibit: needed(word, 'EXHIBIT'), hold: needed(id, 'HOLD'), why: needed(flags.why, '--why TEXT') },
    grounds: shell.grounds,
  })
  await insist(shell.run, (context) => liftHold(context, said))
  await printCustody(shell, flags, said.exhibit)
}

const list: CustodyAct = async (shell, flags) => {
  const asked = typed(custodyListRequest, {
    ...given({ list: flags.list, storage: flags.store, after: flags.after }),
    limit: readLimit(flags.limit),
    grounds: shell.grounds,
  })
  const { exhibits } = await insist(shell.run, (context) => listCustody(context, asked))
  for (const each of exhibits.map(presentListed)) {
    const { exhibit, kind, said, custodian, storage, seal: number, unbroken, ended } = each
    if (flags.json)
      printJson({ exhibit, kind, said, custodian: sideText(custodian) || null, storage, seal: number, unbroken, ended })
    else
      print(
        [
          exhibit,
          shell.say(`custody.kind.${kind}`),
          oneLine(itemText(said)),
          oneLine(sideText(custodian)),
          storage ?? '',
          unbroken ? '' : '!',
        ].join('\t'),
      )
  }
  if (!flags.json && exhibits.length === 0) print(shell.say('shell.custody_none'))
}

export const CUSTODY_ACTS = {
  show,
  list,
  'hand-over': give,
  accept,
  seal,
  explain,
  split,
  join,
  order,
  hold,
  lift,
} as const satisfies Readonly<Record<string, CustodyAct>>
