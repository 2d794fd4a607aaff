import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { addressOf } from '@proofmark/contract/client'
import { PATHS, type RouteName } from '@proofmark/contract/paths'
import { ROLES, type Role } from '@proofmark/contract/roles'
import fc from 'fast-check'
import { enterRecord } from '../records/commands/enter-record.ts'
import { createPool } from '../store/connection.ts'
import { personOf } from '../testing/desks.ts'
import { serveApp } from '../testing/serve-app.ts'
import { testDatabase } from '../testing/test-database.ts'
import { ACTS, type Act, WHO } from './acts-of-routes.test-helper.ts'
import { internVisibility } from './commands/intern-visibility.ts'
import { issueAccessToken } from './commands/issue-token.ts'

const AGENCIES = ['Police', 'Customs', 'Inland Service'] as const
type AgencyName = (typeof AGENCIES)[number]

const database = await testDatabase()
const owner = createPool(database.ownerUrl, 1)
after(() => owner.end())
const address = await serveApp(database)
const agencies = new Map<AgencyName, string>()
for (const agency of AGENCIES) {
  const reader = await database.reader(await personOf(database, agency, `first of ${agency}`, []))
  agencies.set(agency, reader.agency!.id)
}

interface PersonDrawn {
  readonly agency: AgencyName
  readonly roles: readonly Role[]
  readonly disabled: boolean
}
interface SourceDrawn {
  readonly agency: AgencyName
  readonly visibility: 'open' | 'pointer' | 'silent'
  readonly handling: 'H0' | 'H1' | 'H2' | 'H3'
  readonly released: readonly AgencyName[]
  /** Has the release come to its end? */
  readonly ended: boolean
}
type Person = PersonDrawn & { readonly token: string }
type Kept = SourceDrawn & { readonly name: string; readonly record: string }

const mayAct = ({ roles }: PersonDrawn, act: Act) =>
  act === 'sign in' || (WHO[act] as readonly Role[]).some((role) => roles.includes(role))
/** Whoever works with records sees their agency's, those released to it, and what is open to all under H0 or H1. */
function sees(person: PersonDrawn, { agency, visibility, handling, released, ended }: SourceDrawn): boolean {
  if (!mayAct(person, 'see recoveries')) return false
  if (agency === person.agency || (released.includes(person.agency) && !ended)) return true
  return visibility === 'open' && (handling === 'H0' || handling === 'H1')
}

/** What somebody does at each route; null: anybody may, signed in or not. A new route does not compile until it stands here. */
const ACTS: Readonly<Record<RouteName, Act | null>> = {
  health: null,
  ready: null,
  openapi: null,
  sessionOpen: null,
  passwordSignIn: null,
  secondFactorSignIn: null,
  passkeySignInOptions: null,
  passkeySignIn: null,
  ownSignIn: 'sign in',
  passkeyAddOptions: 'sign in',
  passkeyAdd: 'sign in',
  passkeyRemove: 'sign in',
  passwordSet: 'sign in',
  passwordRemove: 'sign in',
  secondFactorBegin: 'sign in',
  secondFactorSet: 'sign in',
  sessionRevoke: 'sign in',
  tokenIssue: 'sign in',
  tokenRevoke: 'sign in',
  accountList: 'watch',
  accountInvite: 'administer',
  accountReset: 'administer',
  accountDisable: 'administer',
  accountSignOut: 'administer',
  roleRequest: 'administer',
  roleDecide: 'watch',
  roleTake: 'administer',
  signInTrace: 'watch',
  agencyList: 'work',
  agencyAdd: 'administer',
  agencyCorrect: 'administer',
  overseerName: 'name overseers',
  sessionShow: 'sign in',
  sessionClose: 'sign in',
  homeShow: 'sign in',
  sourceList: 'sign in',
  modelList: 'look',
  modelShow: 'look',
  modelFile: 'look',
  modelLearn: 'propose models',
  modelImport: 'propose models',
  modelApprove: 'propose models',
  modelCompare: 'look',
  sourceAdd: 'steward',
  sourceRecords: 'look',
  importFile: 'record',
  importList: 'record',
  importShow: 'record',
  importUpload: 'record',
  importGoOn: 'record',
  importStop: 'record',
  importJudge: 'record',
  importRejectList: 'record',
  importRejects: 'record',
  importRejectedRows: 'record',
  profileList: 'record',
  profileShow: 'record',
  profileSave: 'record',
  profilePropose: 'record',
  find: 'look',
  findList: 'look',
  findListTable: 'look',
  search: 'look',
  recordEnter: 'record',
  recordHints: 'record',
  recordShow: 'look',
  recordPersons: 'name',
  recordMatches: 'look',
  matchTable: 'look',
  unnumberedList: 'look',
  whyNot: 'look',
  qualityShow: 'judge',
  qualityDraw: 'judge',
  samplePairs: 'judge',
  sourceQuality: 'judge',
  issueList: 'judge',
  issueTable: 'judge',
  qualityTell: 'steward',
  qualityEnd: 'steward',
  qualityNotices: 'judge',
  judge: 'judge',
  judgementWithdraw: 'judge',
  judgementSecond: 'judge',
  reviewList: 'judge',
  reviewShow: 'judge',
  courtText: 'judge',
  colleagueList: 'judge',
  reviewAssign: 'judge',
  opinionAsk: 'judge',
  reviewWork: 'judge',
  reviewAgreement: 'judge',
  reviewManyPreview: 'judge',
  reviewManyDecide: 'judge',
  reviewManyWithdraw: 'judge',
  lifeShow: 'look',
  vocabularyQueue: 'steward',
  vocabularyList: 'steward',
  vocabularyDecide: 'steward',
  vocabularyWithdraw: 'steward',
  vocabularyPropose: 'steward',
  vocabularyPreview: 'steward',
  vocabularyDecideSeveral: 'steward',
  vocabularyUndo: 'steward',
  packExport: 'steward',
  packImport: 'steward',
  packList: 'steward',
  packShow: 'steward',
  packTake: 'steward',
  packTakeBack: 'steward',
  renewalPreview: 'steward',
  renewalBegin: 'steward',
  renewalShow: 'steward',
  renewalStop: 'steward',
  recordsRelease: 'look',
  releaseWithdraw: 'look',
  releaseList: 'look',
  oversightList: 'look',
  oversightPassOn: 'look',
  traceDraft: 'trace',
  traceEdit: 'trace',
  traceAdopt: 'trace',
  traceMove: 'trace',
  traceSend: 'trace',
  traceReceive: 'trace',
  traceTakeIn: 'trace',
  traceTypeIn: 'trace',
  traceAnswerDraft: 'trace',
  traceAnswer: 'trace',
  traceAsk: 'trace',
  tracePointers: 'trace',
  traceClose: 'trace',
  traceCorrect: 'trace',
  traceApprove: 'trace',
  tracePermit: 'trace',
  traceConfirm: 'trace',
  traceConfirmTakeBack: 'trace',
  traceContactSave: 'trace',
  traceDocument: 'trace',
  traceEvidence: 'trace',
  custodyShow: 'keep exhibits',
  custodyList: 'keep exhibits',
  custodySign: 'keep exhibits',
  custodyHandOver: 'keep exhibits',
  custodyAccept: 'keep exhibits',
  custodyExplain: 'keep exhibits',
  custodySplit: 'keep exhibits',
  custodyJoin: 'keep exhibits',
  custodyOrder: 'manage exhibits',
  custodyHold: 'keep exhibits',
  custodyLift: 'keep exhibits',
  custodyLabels: 'keep exhibits',
  custodyBundle: 'keep exhibits',
  storageList: 'keep exhibits',
  storageAdd: 'manage exhibits',
  stocktakeBegin: 'manage exhibits',
  stocktakeList: 'keep exhibits',
  stocktakeWithdraw: 'keep exhibits',
  stocktakeTable: 'keep exhibits',
  stocktakeScan: 'keep exhibits',
  stocktakeShow: 'keep exhibits',
  stocktakeClose: 'manage exhibits',
  disposalOpen: 'manage exhibits',
  clearanceList: 'look',
  clearanceLetGo: 'look',
  disposalList: 'manage exhibits',
  disposalWithdraw: 'manage exhibits',
  disposalShow: 'manage exhibits',
  disposalSign: 'manage exhibits',
  disposalCertificate: 'manage exhibits',
  traceShow: 'ask',
  traceList: 'ask',
  traceFigures: 'ask',
  traceTermsList: 'ask',
  traceContactList: 'ask',
  traceTermsSave: 'steward',
  lawTextList: 'judge',
  lawTextSave: 'steward',
  thingAdd: 'inquire',
  thingSay: 'inquire',
  thingWithdraw: 'inquire',
  thingShow: 'inquire',
  thingList: 'inquire',
  thingDuplicates: 'inquire',
  thingJudge: 'inquire',
  thingReviews: 'inquire',
  thingReview: 'inquire',
  tieAdd: 'inquire',
  tieWithdraw: 'inquire',
  thingErase: 'erase',
  thingWords: 'erase',
  thingStrike: 'strike words',
  thingPassages: 'strike words',
  ballisticAdd: 'compare fired items',
  ballisticFile: 'compare fired items',
  ballisticLink: 'compare fired items',
  ballisticVerify: 'compare fired items',
  ballisticWithdraw: 'compare fired items',
  ballisticShow: 'see ballistics',
  ballisticList: 'see ballistics',
  ballisticFind: 'see ballistics',
  ballisticReferrals: 'see ballistics',
  ballisticRefer: 'refer',
  graphFind: 'work in cases',
  graphExpand: 'work in cases',
  graphConnect: 'work in cases',
  graphAsk: 'work in cases',
  graphMeasures: 'work in cases',
  graphExport: 'work in cases',
  graphSave: 'work in cases',
  graphOpen: 'work in cases',
  graphList: 'work in cases',
  consignmentShow: 'work in cases',
  pointerAsk: 'ask',
  knownAsk: 'ask',
  knownState: 'judge',
  knownSwitch: 'judge',
  knownPublish: 'steward',
  questionAsk: 'ask',
  questionList: 'judge',
  questionAnswer: 'judge',
  questionWithdraw: 'ask',
  noticeList: 'look',
  noticeCount: 'look',
  partnerList: 'see the exchange',
  partnerShow: 'see the exchange',
  partnerAdd: 'administer',
  partnerRestore: 'administer',
  partnerState: 'administer',
  certificateRevoke: 'administer',
  outboxList: 'see the exchange',
  outboxAct: 'exchange',
  inboxList: 'see the exchange',
  inboxRetry: 'exchange',
  messageHistory: 'see the exchange',
  outboxTakeOut: 'exchange',
  inboxTakeIn: 'exchange',
  grantList: 'see the exchange',
  grantGive: 'exchange',
  grantRevoke: 'exchange',
  correctionSend: 'exchange',
  correctionList: 'see the exchange',
  correctionSettle: 'exchange',
  keyChangeList: 'administer',
  keyChangeDecide: 'administer',
  caseOpen: 'work in cases',
  caseList: 'work in cases',
  caseShow: 'work in cases',
  caseSay: 'work in cases',
  caseGive: 'work in cases',
  caseFindItems: 'work in cases',
  caseHolding: 'work in cases',
  caseWithdraw: 'work in cases',
  caseMove: 'work in cases',
  caseLetIn: 'work in cases',
  casePeople: 'work in cases',
  caseCompartment: 'work in cases',
  caseHandOver: 'work in cases',
  caseHandOverAnswer: 'work in cases',
  documentBegin: 'work in cases',
  documentShow: 'work in cases',
  documentPart: 'work in cases',
  documentView: 'work in cases',
  documentTake: 'work in cases',
  caseWithoutLead: 'steward',
  caseNameLead: 'steward',
  ledgerShow: 'watch',
  recoverySave: 'recover',
  recoveryAnswers: 'recover',
  recoveryShow: 'see recoveries',
  recoveryList: 'see recoveries',
  ledgerSend: 'watch',
  recoveryPaper: 'recover',
  recoveryExamine: 'describe exhibits',
  recoveryJoin: 'recover',
  fileBegin: 'photograph',
  filePart: 'photograph',
  fileShow: 'see recoveries',
  fileList: 'see recoveries',
  fileCopy: 'see recoveries',
  filePreview: 'see recoveries',
  originalGrant: 'grant originals',
  originalTake: 'see recoveries',
  deconflictionAsk: 'work in cases',
  deconflictionList: 'work in cases',
  deconflictionWithdraw: 'work in cases',
  deconflictionDesk: 'look',
  deconflictionDecline: 'look',
  deconflictionIntroduce: 'look',
  operationAdd: 'work in cases',
  operationList: 'work in cases',
  operationWithdraw: 'work in cases',
  logRead: 'oversee',
  logVerify: 'watch',
}

const [PAST, FUTURE] = [new Date('2020-01-01T00:00:00Z'), new Date('2999-01-01T00:00:00Z')]
const GROUNDS = { purpose: 'trace' } as const
const SERIAL = 'TKR10482'

interface Answered {
  readonly outcome: string
  readonly body: Record<string, unknown>
}

/** The error's code, or `done`, with the body. */
async function call(
  name: RouteName,
  token: string,
  body?: unknown,
  parameters: Record<string, string> = {},
): Promise<Answered> {
  const { method, path } = PATHS[name]
  const answer = await fetch(address + addressOf(path, parameters), {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
  })
  const text = await answer.text()
  const said = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {}
  const error = said.error as { readonly code: string } | undefined
  return { outcome: error?.code ?? 'done', body: said }
}

async function personFor(drawn: PersonDrawn): Promise<Person> {
  const account = await personOf(database, drawn.agency, randomUUID(), drawn.roles)
  const token = await database.as(await database.installer(), (context) => issueAccessToken(context, account, 'test'))
  if (drawn.disabled) await owner.query('UPDATE account SET disabled_at = now() WHERE id = $1', [account])
  return { ...drawn, token }
}

/** A source with one record of the firearm that all have a record of, released from the start. */
async function keptFor(drawn: SourceDrawn): Promise<Kept> {
  const name = randomUUID()
  const vis = await database.as(await database.installer(), (context) =>
    internVisibility(context, {
      agency: agencies.get(drawn.agency)!,
      sourceVisibility: drawn.visibility,
      handling: drawn.handling,
      readers: drawn.released.map((agency) => ({ agency: agencies.get(agency)!, end: drawn.ended ? PAST : FUTURE })),
    }),
  )
  // Resolved again: the installer's classes now hold the new one.
  const installer = await database.installer()
  return database.as(installer, async (context) => {
    await context.client.query(
      `INSERT INTO source (id, agency_id, name, kind, handling, source_visibility, vis, created_by)
       VALUES ($1, $2, $3, 'seizure', $4, $5, $6, $7)`,
      [randomUUID(), agencies.get(drawn.agency), name, drawn.handling, drawn.visibility, vis, installer.account],
    )
    const { record } = await enterRecord(context, { ...entryIn(name), entry: randomUUID(), notKnown: {} })
    return { ...drawn, name, record }
  })
}

const entryIn = (source: string) => ({
  source,
  kind: 'firearm' as const,
  event: 'seizure' as const,
  stated: {
    ...{ serial: SERIAL, make: 'Taurus', model: 'PT 92', calibre: '9x19mm', type: 'pistol', quantity: '1' },
    ...{ date: '2022-03-01', place: 'Porto', ref: 'BO 3/2022', reason: 'road check' },
  },
})

const people = fc.record<PersonDrawn>({
  agency: fc.constantFrom(...AGENCIES),
  roles: fc.uniqueArray(fc.constantFrom(...ROLES)),
  disabled: fc.integer({ min: 0, max: 5 }).map((chance) => chance === 0),
})
const sources = fc.record<SourceDrawn>({
  agency: fc.constantFrom(...AGENCIES),
  visibility: fc.constantFrom('open', 'pointer', 'silent'),
  handling: fc.constantFrom('H0', 'H1', 'H2', 'H3'),
  released: fc.uniqueArray(fc.constantFrom(...AGENCIES), { maxLength: 1 }),
  ended: fc.boolean(),
})
const worlds = fc.record({
  people: fc.array(people, { minLength: 5, maxLength: 5 }),
  sources: fc.array(sources, { minLength: 4, maxLength: 4 }),
})

/** What the rule says comes of an act on what is kept: `absent` and `foreign` are the refusals of hidden and of others'. */
function due(person: Person, act: Act, kept: Kept, { absent, foreign }: { absent: string; foreign?: string }): string {
  if (person.disabled) return 'sign_in_needed'
  if (!mayAct(person, act)) return 'role_needed'
  if (!sees(person, kept)) return absent
  return foreign !== undefined && kept.agency !== person.agency ? foreign : 'done'
}

/** Who is named is for the owner's people; in what is open to all, for whoever traces too. A release hands over nobody. */
function namesDue(person: Person, kept: Kept): string {
  const seen = due(person, 'name', kept, { absent: 'not_found' })
  if (seen !== 'done' || kept.agency === person.agency) return seen
  const open = kept.visibility === 'open' && (kept.handling === 'H0' || kept.handling === 'H1')
  if (!open) return 'not_your_agency'
  return person.roles.includes('trace_officer') ? 'done' : 'role_needed'
}

const everything: Kept[] = []
const who = (person: Person) => JSON.stringify({ ...person, token: '' })

/** Whom a route lets in at all, whatever is asked there. */
async function checkDoors(person: Person): Promise<void> {
  for (const [name, act] of Object.entries(ACTS) as [RouteName, Act | null][]) {
    if (act === null) continue
    const { outcome } = await call(
      name,
      person.token,
      {},
      { source: 'none', import: '0', question: '0', model: 'none', file: 'none', document: 'none' },
    )
    const refused = outcome === 'sign_in_needed' || outcome === 'role_needed' ? outcome : 'let in'
    const expected = person.disabled ? 'sign_in_needed' : mayAct(person, act) ? 'let in' : 'role_needed'
    assert.equal(refused, expected, `${name} for ${who(person)}`)
  }
}

/** What the person sees of everything at once. */
async function checkSight(person: Person): Promise<void> {
  const visible = everything.filter((kept) => !person.disabled && sees(person, kept))
  // Whoever keeps or examines exhibits has sight of sources, and looks nothing up.
  const records = mayAct(person, 'look') ? visible.map(({ record }) => record).sort() : []
  const { body: found } = await call('find', person.token, { serial: SERIAL, limit: 200, grounds: GROUNDS })
  const { body: searched } = await call('search', person.token, { words: 'BO 3/2022', limit: 200, grounds: GROUNDS })
  const { body: listed } = await call('sourceList', person.token)
  const named = (rows: unknown, key: string) => ((rows ?? []) as Record<string, string>[]).map((row) => row[key]).sort()
  assert.deepEqual(named(found.candidates, 'record'), records, `find for ${who(person)}`)
  assert.deepEqual(named(searched.results, 'record'), records, `search for ${who(person)}`)
  assert.deepEqual(named(listed.sources, 'name'), visible.map(({ name }) => name).sort(), `sources of ${who(person)}`)
  const { body: imports } = await call('importList', person.token)
  const own = everything.filter((kept) => !person.disabled && kept.agency === person.agency && mayAct(person, 'record'))
  assert.deepEqual(named(imports.imports, 'source'), own.map(({ name }) => name).sort(), `imports of ${who(person)}`)
}

/** What the person may do with one record and its source. */
async function checkActs(person: Person, kept: Kept, other: Kept): Promise<void> {
  const { record, name: source } = kept
  const hidden = { absent: 'not_found' }
  const unknown = { absent: 'source_unknown', foreign: 'not_your_agency' }
  const of = (act: Act, refusals: { absent: string; foreign?: string }) => due(person, act, kept, refusals)
  const looks = { record, grounds: GROUNDS }
  const judged = { id: randomUUID(), record, other: other.record, verdict: 'same', grounds: GROUNDS }
  const bothSeen =
    due(person, 'judge', kept, hidden) === 'done' ? due(person, 'judge', other, hidden) : of('judge', hidden)
  const bothLooked = of('look', hidden) === 'done' ? due(person, 'look', other, hidden) : of('look', hidden)
  const pointed = { record, reference: 'case 1', basis: 'firearms_act' }
  const cases: [RouteName, unknown, string][] = [
    ['recordShow', looks, of('look', hidden)],
    ['recordPersons', looks, namesDue(person, kept)],
    ['recordMatches', looks, of('look', hidden)],
    ['lifeShow', looks, of('look', hidden)],
    ['unnumberedList', looks, of('look', hidden)],
    ['whyNot', { record: { record }, other: { record: other.record }, grounds: GROUNDS }, bothLooked],
    ['judge', judged, record === other.record ? bothSeen.replace('done', 'judgement_of_itself') : bothSeen],
    ['pointerAsk', pointed, of('ask', { ...hidden, foreign: 'not_your_agency' })],
    ['recordHints', { ...entryIn(source), grounds: GROUNDS }, of('record', unknown)],
    ['profileList', undefined, of('record', unknown)],
  ]
  for (const [name, body, expected] of cases) {
    const { outcome } = await call(name, person.token, body, { source })
    assert.equal(outcome, expected, `${name} of ${JSON.stringify(kept)} for ${who(person)}`)
  }
}

test('everybody may do and sees what the plain rule says, whatever their roles, agency, and how a record is kept', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      for (const drawn of world.sources) everything.push(await keptFor(drawn))
      for (const drawn of world.people) {
        const person = await personFor(drawn)
        await checkDoors(person)
        await checkSight(person)
        const some = everything.slice(-world.sources.length)
        for (const [at, kept] of some.entries()) await checkActs(person, kept, some[(at + 1) % some.length]!)
      }
    }),
    { numRuns: 3, endOnFailure: true },
  )
})
