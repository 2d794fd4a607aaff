import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer } from '@proofmark/contract/client'
import type { RouteName } from '@proofmark/contract/paths'
import { ROLES, type Role } from '@proofmark/contract/roles'
import { CASE_WORKERS, DESKS, READERS } from '@proofmark/contract/route'
import { ROUTES, type Route } from '@proofmark/contract/routes'
import { matchAll } from '../testing/matching.ts'
import { ask } from '../testing/twins/ask.ts'
import { GROUNDS } from '../testing/twins/asked.ts'
import { NAMES, twinDoors } from '../testing/twins/compare.ts'
import { makeTwins } from '../testing/twins/make-twins.ts'
import { POINTED } from '../testing/twins/requests-of-linkage.ts'
import { campaignWaitedFor } from '../testing/twins/waited-for.ts'

const twins = await makeTwins()
const { compare, served } = await twinDoors(twins)

/** They need an import under way, a secret that nobody has, or what somebody set before. */
const UNANSWERED: readonly RouteName[] = [
  ...(['importUpload', 'importGoOn', 'importStop', 'roleDecide', 'sessionRevoke', 'tokenRevoke'] as const),
  // A second person is needed.
  'traceApprove',
  // Its bytes hang on identifiers drawn by lot and on the ledger of each installation; what goes in is asked of a document.
  ...(['traceEvidence', 'custodyBundle'] as const),
  // Passkeys need a name of the server, and a certificate a second person.
  ...(['custodySign', 'disposalCertificate'] as const),
  // Nothing moved since it was closed, and of results one needs a second examiner, the other an identifier drawn by lot.
  ...(['traceConfirm', 'traceConfirmTakeBack', 'ballisticVerify', 'ballisticWithdraw'] as const),
  // Numbers of forms are drawn by chance; a picture is needed, and a second person.
  ...(['recoveryPaper', 'fileCopy', 'filePreview', 'originalGrant', 'originalTake'] as const),
  // Nothing met with what the police keep silent.
  ...(['deconflictionIntroduce', 'deconflictionDecline'] as const),
  // From so few records nothing is learned.
  'modelLearn',
  ...(['releaseWithdraw', 'oversightList', 'oversightPassOn'] as const),
  // Nobody is a partner yet when tracing officers ask.
  ...(['outboxAct', 'inboxRetry', 'grantGive', 'grantRevoke', 'correctionSettle', 'keyChangeDecide'] as const),
  // Nothing is held for the police.
  'clearanceLetGo',
  // There is no partner to whom anything may be published.
  'knownPublish',
  ...(['passwordSignIn', 'secondFactorSignIn', 'passkeySignInOptions', 'passkeySignIn', 'passwordSet'] as const),
  // Nothing is proposed for so few records, and no request came by a node; only whoever said something takes it back, and
  // only whoever was offered a case answers.
  ...(['traceAdopt', 'tracePointers', 'partnerRestore'] as const),
  ...(['deconflictionWithdraw', 'deconflictionIntroduce', 'operationWithdraw'] as const),
  ...(['thingWithdraw', 'tieWithdraw', 'caseHandOverAnswer'] as const),
  // Whoever may strike words is asked little here; every role is asked all of it by the long test.
  'thingPassages',
  // No process of a twin holds the keys of a node.
  ...(['outboxTakeOut', 'inboxTakeIn'] as const),
  ...(['passkeyAddOptions', 'passkeyAdd', 'passkeyRemove', 'passwordRemove', 'secondFactorSet'] as const),
]

/** They are refused everything that they may not do; the other roles are refused by the same line before anything is read. */
const REFUSED: readonly (Role | null)[] = [null, 'administrator']

const LISTS: readonly RouteName[] = ['findList', 'findListTable']

/**
 * All readers see the same records: one of them asks everything of them, others a little, and of those who are refused a
 * few ask once. `test:long` asks all.
 */
function most(name: RouteName, role: Role | null): number {
  const { roles }: Route = ROUTES[name]
  if (roles === null) return role === null || name === 'sessionOpen' ? 9 : 0
  if (role === null || (roles.length > 0 && !roles.includes(role))) return REFUSED.includes(role) ? 1 : 0
  if (role === 'analyst' || ![READERS, DESKS, CASE_WORKERS].some((asked) => asked === roles))
    return Number.POSITIVE_INFINITY
  return role === 'recorder' || (LISTS.includes(name) && role !== 'data_steward') ? 0 : 1
}

test('whatever is asked at whatever door, in whatever role, the answer is the same with hidden records and without', async () => {
  const { parted, answered } = await compare(NAMES, [null, ...ROLES], most)
  assert.deepEqual(parted, [])
  assert.deepEqual(
    NAMES.filter((name) => !answered.has(name) && !UNANSWERED.includes(name)),
    [],
    'each other route has answered somebody',
  )
})

test('of a firearm that a source of another agency points to, the agency, its desk and a handle are all that differs', async () => {
  const pointers = await Promise.all(
    served.map(async (address, at) => {
      const asked = { body: { record: POINTED, reference: 'case 3', basis: 'firearms_act' } }
      const { body } = await ask(twins[at]!, address, 'pointerAsk', 'analyst', asked)
      return (body as Answer<'pointerAsk'>).pointers.map((each) => ({ ...each, handle: '' }))
    }),
  )
  assert.deepEqual(pointers, [[], [{ restricted: true, agency: 'Customs', contact: 'desk of Customs', handle: '' }]])
})

test('of an exhibit that another agency’s open trace waits for, the keeper is refused, and a handle is all that differs', async () => {
  const seen = await Promise.all(
    served.map(async (address, at) => {
      const twin = twins[at]!
      const disposal = await campaignWaitedFor(twin)
      const asked = (name: RouteName, role: Role, more: object = {}) =>
        ask(twin, address, name, role, { body: { ...more, grounds: GROUNDS } })
      const signed = await asked('disposalSign', 'exhibit_manager', { disposal, at: '2026-03-01T10:00:00Z' })
      const shown = (await asked('disposalShow', 'exhibit_manager', { disposal })).body as Answer<'disposalShow'>
      const { openedAt: _, clearanceAskedAt: __, signatures, state, signedByReader, exhibits, ...rest } = shown
      const [exhibit] = exhibits
      const [custody, held, notices] = [
        (await asked('custodyShow', 'exhibit_manager', { exhibit: exhibit!.exhibit })).body as Answer<'custodyShow'>,
        (await asked('clearanceList', 'trace_officer')).body,
        (await ask(twin, address, 'noticeCount', 'trace_officer', {})).body,
      ]
      return {
        differs: [
          signed.status,
          signatures.length,
          state,
          signedByReader,
          exhibit!.obstacles,
          exhibit!.handle !== null,
        ],
        alike: [rest, { ...exhibit, obstacles: [], handle: null }, custody.openTraces, custody.holds, held, notices],
      }
    }),
  )
  assert.deepEqual(seen[0]!.alike, seen[1]!.alike)
  assert.deepEqual(
    seen.map(({ differs }) => differs),
    [
      [200, 1, 'half_signed', true, [], false],
      [409, 0, 'open', false, ['not_cleared'], true],
    ],
  )
})

test('and still is, when what was asked for has been matched', async () => {
  for (const { database } of twins) await matchAll(database)
  const { parted } = await compare(['find', 'recordMatches', 'matchTable', 'lifeShow'], ['analyst'])
  assert.deepEqual(parted, [])
})

test('no number that is shown counts what others do: none comes from a sequence of the whole nation', async () => {
  for (const sequence of ['import_number', 'judgement_number', 'vocabulary_number', 'renewal_number']) {
    const { rows } = await twins[1].database.pool('backup').query(`SELECT is_called FROM ${sequence}`)
    assert.deepEqual(rows, [{ is_called: false }], sequence)
  }
})
