import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { LifeDiversion } from '@proofmark/contract/schemas/life'
import type { KnownAnswer } from '@proofmark/contract/schemas/private-look-up'
import type { TraceAnswerDraft, TraceShown } from '@proofmark/contract/schemas/trace-shown'
import type { TraceState } from '@proofmark/contract/trace-words'
import { ROOT } from '../run-program.ts'
import { type DemoNode, until } from './node.ts'
import { befriend } from './partners.ts'

export interface Nodes {
  readonly XA: DemoNode
  readonly XB: DemoNode
  readonly XC: DemoNode
}

/** What the story came to, for whoever looks whether each node holds what it should. */
export interface Told {
  readonly request: string
  readonly nextHop: string
  /** The windows in which the pistol left lawful hands: before anybody was asked, after XB's answer, after XC's. */
  readonly windows: readonly (string | null)[]
  readonly known: Readonly<Record<'XB' | 'XC', boolean | null>>
  readonly verified: string
  readonly cosigners: readonly string[]
}

type Tell = (sentence: string) => void

/** The pistol as XA recovered it, and the number on its frame. */
const RECOVERED = ['Seizures', 'S-0311'] as const
const SERIAL = 'B104K8296'

export const show = (node: DemoNode, trace: string) => node.call<TraceShown>('trace_officer', 'traceShow', { trace })

/** Waits until a request stands so at a node. */
export const standing = (node: DemoNode, trace: string, state: TraceState) =>
  until(`${trace} is ${state} in ${node.name}`, async () => {
    const shown = await show(node, trace)
    return shown.state === state ? shown : null
  })

/** Waits until a partner's request has come in, and answers it as it stands there. */
export const arrived = (node: DemoNode, theirId: string) =>
  until(`${theirId} came to ${node.name}`, async () => {
    const { traces } = await node.call<{ traces: TraceShown[] }>('trace_officer', 'traceList', { list: 'incoming' })
    for (const { id } of traces) {
      const shown = await show(node, id)
      if (shown.theirId === theirId) return shown
    }
    return null
  })

const windowOf = (diversions: readonly LifeDiversion[]): string | null => {
  const [first] = diversions
  return first
    ? [first.from && `after ${first.from}`, first.to && `by ${first.to}`].filter(Boolean).join(' and ')
    : null
}

async function lifeOf(node: DemoNode): Promise<readonly LifeDiversion[]> {
  const { diversions } = await node.json<{ diversions: LifeDiversion[] }>('trace_officer', 'life', ...RECOVERED)
  return diversions
}

/** The officer confirms that what came with the last reply is of the recovered pistol; a model's link alone enters no trace. */
async function confirmReply(node: DemoNode, trace: string): Promise<readonly LifeDiversion[]> {
  const { records, reply } = await show(node, trace)
  const [seized] = records.filter(({ source }) => source === RECOVERED[0])
  for (const { record: other } of reply?.records ?? [])
    await node.call('trace_officer', 'judge', {
      id: randomUUID(),
      record: seized?.record,
      other,
      verdict: 'same',
      reason: 'The partner answered about this pistol.',
    })
  return lifeOf(node)
}

/** Asks one partner whether it knows the number, by the hidden question. */
const ask = (node: DemoNode, partner: string, dataClass: string) =>
  node.json<KnownAnswer>(
    'trace_officer',
    'ask',
    '--partner',
    partner,
    '--serial',
    SERIAL,
    '--make',
    'CZ',
    '--class',
    dataClass,
    '--case',
    'P 0311/24',
    '--basis',
    'international_tracing_instrument',
  )

/** Published by whoever keeps the records: what a partner may ask about. */
const publish = (node: DemoNode, dataClass: string, ...law: readonly string[]) =>
  node.json('data_steward', 'ask', 'publish', '--partner', 'XA', '--class', dataClass, ...law)

/** A request about the pistol, complete, searched at home and ready to leave to where its import mark points. */
export async function prepareRequest(node: DemoNode, tell: Tell): Promise<string> {
  const { id } = await node.json<{ id: string }>(
    'trace_officer',
    'trace',
    'new',
    ...RECOVERED,
    '--use',
    'criminal_investigation',
    '--ground',
    'national_law',
  )
  const { form, version, completeness } = await show(node, id)
  const firearm = { ...form.firearm, importMark: { country: 'XB', year: 2015 } }
  const drafted = await node.call<TraceShown>('trace_officer', 'traceEdit', {
    trace: id,
    version,
    form: { ...form, firearm },
    to: {},
  })
  tell(
    `XA drafts a request from the record (complete to ${completeness.score} of 100) and adds the import mark. Route: ${drafted.proposal.text}`,
  )
  const move = (to: TraceState, why: string) =>
    node.call<TraceShown>('trace_officer', 'traceMove', { trace: id, to, why })
  await move('validated', 'complete')
  await move('domestic_search', 'the national trace first')
  const { proposal } = await move('foreign_prepared', 'no register of XA lists it')
  tell(`XA's own registers do not list it. Route now: ${proposal.text}`)
  const now = await show(node, id)
  const to = { partner: proposal.country ?? '', country: proposal.country ?? '', role: proposal.role, channel: 'node' }
  await node.call('trace_officer', 'traceEdit', { trace: id, version: now.version, form: now.form, to })
  return id
}

export const send = (node: DemoNode, trace: string) =>
  node.json('trace_officer', 'trace', 'send', trace, '--why', 'to the state that the route names')

/** The desk of a partner takes a request that came and says so. */
export async function acknowledge(node: DemoNode, theirId: string): Promise<TraceShown> {
  const came = await arrived(node, theirId)
  await node.call('trace_officer', 'traceMove', {
    trace: came.id,
    to: 'acknowledged',
    why: 'taken by the tracing desk',
  })
  return came
}

/** Answers from the draft that the desk's own records fill, with what its officer adds. */
export async function answer(node: DemoNode, trace: string, more: Partial<TraceAnswerDraft['reply']>): Promise<number> {
  const { reply } = await node.call<TraceAnswerDraft>('trace_officer', 'traceAnswerDraft', { trace })
  await node.call('trace_officer', 'traceAnswer', { trace, id: randomUUID(), reply: { ...reply, ...more } })
  return reply.chain.length
}

async function knownOrNot({ XA, XB, XC }: Nodes, tell: Tell) {
  await Promise.all([
    publish(XB, 'whole_register', '--law', 'Firearms Act of XB, section 31'),
    publish(XC, 'lost_stolen_wanted'),
  ])
  tell(
    'XB publishes to XA a filter of its register, which its law allows; XC one of what is lost, stolen or wanted. No number can be read out of either.',
  )
  const [ofXB, ofXC] = [await ask(XA, 'XB', 'whole_register'), await ask(XA, 'XC', 'lost_stolen_wanted')]
  tell(
    `XA asks XB without saying the number: ${ofXB.why} XB learned that XA asked once, for which case and under which law, and not about what.`,
  )
  tell(`XA asks XC in the same way: ${ofXC.why}`)
  return { XB: ofXB.known, XC: ofXC.known }
}

async function askXB({ XA, XB }: Nodes, tell: Tell, request: string) {
  await send(XA, request)
  tell('XA sends the request to XB: signed, over mutual TLS, in the exchange ledgers of both.')
  const came = await acknowledge(XB, request)
  await standing(XA, request, 'acknowledged')
  tell(`XB has it, matched it on arrival against ${came.records.length} of its records, and acknowledges.`)
  const links = await answer(XB, came.id, {
    kind: 'partial',
    outcome: 'to_export',
    reasonText: 'Exported to XC; our records end there.',
    next: { country: 'XC', importer: 'Toll Arms', role: 'last_import' },
  })
  const answered = await standing(XA, request, 'answered_partial')
  tell(
    `XB answers in part, with ${links} links of the chain out of its own records: exported to XC. XA sees these and nothing else of XB's registers.`,
  )
  return answered
}

async function askXC({ XA, XC }: Nodes, tell: Tell, hop: string) {
  const drafted = await show(XA, hop)
  tell(`The next hop was drafted by itself, under its parent: to ${drafted.partner}, by ${drafted.channel}.`)
  await send(XA, hop)
  const came = await acknowledge(XC, hop)
  const links = await answer(XC, came.id, {
    kind: 'full',
    outcome: 'to_last_lawful_holder',
    lastLawfulHolder: 'Toll Guard Ltd',
    lastLawfulHolderParty: 'business',
  })
  await standing(XA, hop, 'answered_full')
  tell(
    `XC answers in full, with ${links} links: the last lawful holder was Toll Guard Ltd. That XC did not know the number among its stolen firearms was no trace reply.`,
  )
}

async function close({ XA }: Nodes, tell: Tell, request: string, hop: string, window: LifeDiversion) {
  const { from, to } = window
  const point = {
    kind: window.kind,
    window: { from, to },
    place: window.place,
    lastLawfulHolder: 'Toll Guard Ltd',
    evidence: [`reply of XC to ${hop}`, `Seizures ${RECOVERED[1]}`],
  }
  const file = await XA.file('point.json', point)
  const words = [
    '--status',
    'traced_foreign_reply',
    '--outcome',
    'to_last_lawful_holder',
    '--point',
    file,
    '--why',
    'traced',
  ]
  for (const trace of [hop, request]) {
    await XA.shell('trace_officer', 'trace', 'close', trace, ...words)
    await XA.shell('analyst', 'trace', 'approve', trace, '--why', 'The replies of XB and XC bear it out.')
  }
  tell(
    'XA closes both requests as traced by a foreign reply; a second person approves, and only then they count for SDG 16.4.2.',
  )
}

interface Ledger {
  readonly key: string
  readonly cosignatures: readonly { readonly partner: string; readonly cosigner: string }[]
}

async function cosigned({ XA, XB, XC }: Nodes, tell: Tell): Promise<Ledger> {
  const ledgers = await Promise.all(
    [XA, XB, XC].map((node) =>
      until(`the ledger of ${node.name} was cosigned`, async () => {
        const ledger = await node.json<Ledger>('administrator', 'ledger')
        return ledger.cosignatures.length > 0 ? ledger : null
      }),
    ),
  )
  for (const [at, { name }] of [XA, XB, XC].entries()) {
    const partners = new Set(ledgers[at]!.cosignatures.map(({ partner }) => partner))
    tell(
      `The exchange ledger of ${name} is cosigned by ${[...partners].sort().join(' and ')}: it cannot show anybody another past.`,
    )
  }
  return ledgers[0]!
}

/** Makes the evidence package and has it checked where there is nothing of ours but the one file that checks. */
async function evidence({ XA }: Nodes, tell: Tell, request: string, { key, cosignatures }: Ledger): Promise<string> {
  const empty = join(XA.folder, 'court')
  await mkdir(empty, { recursive: true })
  const file = join(empty, 'evidence.zip')
  await XA.shell('trace_officer', 'trace', 'evidence', request, '--out', file)
  await copyFile(join(ROOT, 'tools', 'verify.mjs'), join(empty, 'verify.mjs'))
  const given = cosignatures.flatMap(({ cosigner }) => ['--cosigner', cosigner])
  const verdict = await new Promise<string>((resolve, reject) => {
    execFile(
      process.execPath,
      ['verify.mjs', 'package', 'evidence.zip', '--key', key, ...given],
      { cwd: empty },
      (failure, out, err) =>
        failure ? reject(new Error(`The evidence package does not hold:\n${out}${err}`)) : resolve(out),
    )
  })
  tell(
    `XA makes the evidence package; verify.mjs, alone with it in an empty folder, says:\n${verdict.trimEnd().replace(/^/gm, '    ')}`,
  )
  return verdict
}

/** Plays the story from the recovery of a pistol in XA to its last lawful holder in XC. Throws where it does not go through. */
export async function playStory(nodes: Nodes, tell: Tell): Promise<Told> {
  const { XA } = nodes
  await befriend([nodes.XA, nodes.XB, nodes.XC])
  tell('XA, XB and XC made each other known by files: their keys, where they are reached and what was agreed.')
  const before = await lifeOf(XA)
  tell(
    `XA recovered a pistol, ${SERIAL}, with an import mark of XB. ${windowOf(before) === null ? 'Where it left lawful hands is not known.' : `It left lawful hands ${windowOf(before)}.`}`,
  )
  const known = await knownOrNot(nodes, tell)
  const request = await prepareRequest(XA, tell)
  await askXB(nodes, tell, request)
  const afterXB = await confirmReply(XA, request)
  tell(`The officer of XA confirms that the reply is about this pistol. It left lawful hands ${windowOf(afterXB)}.`)
  const [child] = (await show(XA, request)).children
  if (!child) throw new Error('No next hop was drafted.')
  await askXC(nodes, tell, child.id)
  const afterXC = await confirmReply(XA, child.id)
  tell(`The point of diversion moves: it left lawful hands ${windowOf(afterXC)}.`)
  const [window] = afterXC
  if (!window) throw new Error('The life shows no point of diversion.')
  await close(nodes, tell, request, child.id, window)
  const ledger = await cosigned(nodes, tell)
  const verified = await evidence(nodes, tell, request, ledger)
  return {
    request,
    nextHop: child.id,
    windows: [before, afterXB, afterXC].map(windowOf),
    known,
    verified,
    cosigners: [...new Set(ledger.cosignatures.map(({ partner }) => partner))].sort(),
  }
}
