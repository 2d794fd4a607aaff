import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sayIn } from '@proofmark/contract/catalogues'
import { issueAccessToken } from '../access/commands/issue-token.ts'
import { PROCESS_ROLES } from '../store/logins.ts'
import { personOf } from '../testing/desks.ts'
import { sourceWith } from '../testing/nation.ts'
import { testDatabase } from '../testing/test-database.ts'
import { caseCommand } from './commands/case.ts'
import { connectCommand } from './commands/connect.ts'
import { consignmentCommand } from './commands/consignment.ts'
import { deconflictCommand } from './commands/deconflict.ts'
import { operationCommand } from './commands/operation.ts'
import { thingCommand } from './commands/thing.ts'
import { sentenceFor } from './sentence.ts'

const secret = Buffer.alloc(32, 'refusals')
const database = await testDatabase({ recordSecret: secret })
const folder = await mkdtemp(join(tmpdir(), 'proofmark-refusals-'))
after(() => rm(folder, { recursive: true, force: true }))
const passwords = PROCESS_ROLES.map((role) => [role, decodeURIComponent(new URL(database.url(role)).password)])
await mkdir(join(folder, 'keys'), { mode: 0o700 })
await writeFile(join(folder, 'keys', 'record-ids'), secret.toString('hex'), { mode: 0o600 })
await writeFile(join(folder, 'keys', 'logins.json'), JSON.stringify(Object.fromEntries(passwords)), { mode: 0o600 })
const account = await personOf(database, 'Police', 'Ida', ['investigator'])
const token = await database.as(await database.installer(), (context) => issueAccessToken(context, account, 'test'))
await sourceWith(
  database,
  { name: 'register', kind: 'register', agency: 'Police' },
  'id,serial,make\nL1,TKR10007,Taurus\n',
)

// Each command reads the settings anew, as the process that a user starts does.
process.env.PROOFMARK_DATA = folder
process.env.DATABASE_URL = database.ownerUrl
process.env.PROOFMARK_TOKEN = token
const DOORS = {
  case: caseCommand,
  thing: thingCommand,
  connect: connectCommand,
  consignment: consignmentCommand,
  deconflict: deconflictCommand,
  operation: operationCommand,
}
type Door = keyof typeof DOORS
const say = sayIn('en')

const opening = ['new', 'PN 1/2026', '--title', 'Northern road', '--kind', 'theft', '--json']
await caseCommand([...opening, '--purpose', 'criminal_investigation'])

const CASE = 'PN 1/2026'
const NOBODY = '3b241101-e2bb-4255-8caf-4136c566a962'
const OTHER = '7f1c3f5e-8d0a-4a55-9f63-0c2b7f5d1a10'
const LONG = 'n'.repeat(4_100)
const RIVALS = `person:${NOBODY} telephone:${OTHER}`
const WHEN = '--from 2027-01-01T00:00:00Z --to 2027-01-02T00:00:00Z --contact Ida'

/** What is typed after a door, and the option or the word that its refusal has to name. */
type Row = readonly [typed: string, named: string]
const REFUSED: Readonly<Record<Door, readonly Row[]>> = {
  case: [
    ['new R', '--title TEXT'],
    ['new R --title T', '--kind'],
    ['new R --title T --kind x', '--kind cannot be x. Accepted: illicit_possession'],
    ['new R --title T --kind theft --kind theft', '--kind cannot be used as it is. Accepted: each of them once'],
    ['new R --title T --kind theft --nexus x', '--nexus cannot be x'],
    ['new R --title LONG --kind theft', '--title'],
    ['new LONG --title T --kind theft', 'REFERENCE'],
    ['new R --title T --kind theft --handling H9', '--handling cannot be H9. Accepted: H0, H1, H2, H3'],
    ['new R --title T --kind theft --review 2026-02-31', '--review cannot be used as it is. Accepted: a day'],
    ['new R --title T --kind theft --id x', '--id cannot be used as it is. Accepted: an identifier'],
    ['list --state x', '--state cannot be x'],
    ['list --state LONG', '--state cannot be nnn'],
    ['show LONG', 'nothing at nnn'],
    ['add CASE register NOPE', 'nothing at register NOPE'],
    ['add CASE --item x NOBODY', '--item cannot be x'],
    ['add CASE --item recovery x', 'ID cannot be used'],
    ['add CASE register L1 --finding x', '--finding cannot be x'],
    ['add CASE register L1 --why LONG', '--why'],
    ['find LONG', 'TEXT'],
    ['holding record x', 'ID cannot be used'],
    ['note CASE LONG', 'TEXT'],
    ['note CASE n --scheme x', '--scheme cannot be x. Accepted: europol'],
    ['note CASE n --scheme europol --source F', '--source cannot be F. Accepted: A, B, C, X'],
    ['note CASE n --scheme europol --information 9', '--information cannot be 9'],
    ['note CASE n --scheme europol --code H9', '--code cannot be H9'],
    ['note CASE n --scheme europol --code LONG', '--code'],
    ['note CASE n --source A', '--scheme europol|'],
    ['note CASE n --id x', '--id'],
    ['decide CASE d --why LONG', '--why'],
    ['task CASE LONG', 'TITLE'],
    ['task CASE t --for Nobody', 'Nobody'],
    ['task CASE t --due soon', '--due'],
    ['done CASE x', 'TASK'],
    ['done CASE NOBODY --step LONG', '--step'],
    ['document CASE /', 'The file / cannot be opened (EISDIR)'],
    ['take CASE x --out /tmp/x', 'DOCUMENT'],
    ['view CASE x --out /tmp/x', 'DOCUMENT'],
    ['withdraw CASE x', 'ENTRY'],
    ['let-in CASE Ida', '--why'],
    ['let-in CASE Ida --why w --part x', '--part cannot be x'],
    ['let-in CASE Ida --why w --until tomorrow', '--until'],
    ['let-out CASE Ida --leaving x', '--leaving cannot be x. Accepted: part_done'],
    ['close CASE', '--outcome TEXT'],
    ['close CASE --outcome o', '--supply-chain traced|tried|not_applicable'],
    ['close CASE --outcome o --supply-chain x', '--supply-chain cannot be x. Accepted: traced'],
    ['reopen CASE', '--why TEXT'],
    ['name-lead x Ida --why w', 'CASE'],
    ['nonsense', 'case nonsense'],
  ],
  thing: [
    ['add x name=N', 'KIND cannot be x'],
    ['add person', 'FIELD=VALUE'],
    ['add person nom=N', 'FIELD cannot be nom. Accepted: name'],
    ['add person name=LONG', 'VALUE'],
    ['add person name=N --case NOPE', 'NOPE'],
    ['add person name=N --case CASE --category x', '--category cannot be x'],
    ['add person name=N --case CASE', 'The field --category cannot be used as it is'],
    ['add person name=N --standing x', '--standing cannot be x'],
    ['add person name=N --review x', '--review'],
    ['add person name=N --record x', '--record'],
    ['show x', 'THING'],
    ['list --kind x', '--kind cannot be x'],
    ['list --find x=1', '--find cannot be x'],
    ['list --after x', '--after'],
    ['tie x y uses', 'NODE cannot be x. Accepted: KIND:ID'],
    [`tie ${RIVALS} x`, 'RELATION cannot be x'],
    [`tie ${RIVALS} uses --from x`, '--from'],
    [`tie ${RIVALS} uses --from 2026-02-02 --to 2026-01-01`, '--to'],
    [`tie ${RIVALS} uses --note LONG`, '--note'],
    ['withdraw x y', 'THING cannot be used as it is. Accepted: an identifier (UUID). These do not fit either: VALUE.'],
    ['judge x y same', 'THING'],
    ['judge NOBODY OTHER x', 'VERDICT cannot be x'],
    ['reviews --until x', '--until'],
    ['erase NOBODY --reason x', '--reason cannot be x'],
    ['words NOBODY --word LONG', '--word'],
    ['strike NOBODY entry:x:y --word w', 'PLACE cannot be entry:x:y'],
  ],
  connect: [
    ['x y', 'A cannot be x. Accepted: KIND:ID, case:REFERENCE, SOURCE/KEY'],
    ['register/L1 LONG', 'B cannot be nnn'],
    ['register/L1 person:NOBODY --most x', '--most'],
    ['register/L1 person:NOBODY --longest 99', '--longest'],
  ],
  consignment: [
    ['register NOPE', 'register NOPE'],
    ['LONG LONG', 'nnn'],
  ],
  deconflict: [
    ['--kind x --value v --case CASE', '--kind cannot be x'],
    ['--kind telephone --value LONG --case CASE', '--value'],
    ['--kind telephone --value +999550171 --case CASE --id x', '--id'],
  ],
  operation: [
    [`add --kind x --case CASE --place p ${WHEN}`, '--kind cannot be x'],
    ['add --kind search --case CASE --from x --to y --contact c', '--from cannot be used'],
    [`add --kind search --case CASE --latitude x --longitude 2 --radius 1 ${WHEN}`, '--latitude'],
    ['withdraw x', 'ID'],
  ],
}

const CALLED: Readonly<Record<string, string>> = { CASE, NOBODY, OTHER, LONG, 'name=LONG': `name=${LONG}` }
const argumentsOf = (typed: string) => typed.split(' ').map((word) => CALLED[word] ?? word.replace('NOBODY', NOBODY))
const PLACE_IN_A_SCHEMA = /\b[a-z]+\.(?:\d+|[a-z][A-Za-z]*)\b/
const LONGEST_REFUSAL = 1_400

/** What the shell answers to a command that it refuses. */
async function refusal(door: Door, args: readonly string[]): Promise<string> {
  const taken = DOORS[door]([...args, '--purpose', 'criminal_investigation']).then(() => null)
  const failure = await taken.catch((cause: unknown) => cause)
  assert.ok(failure, `${door} ${args.join(' ').slice(0, 200)} was taken`)
  return sentenceFor(failure, say, folder)
}

for (const [door, rows] of Object.entries(REFUSED) as [Door, readonly Row[]][])
  test(`what ${door} refuses is named by the option or the word that holds it, and by no place in a schema`, async () => {
    for (const [typed, named] of rows) {
      const told = await refusal(door, argumentsOf(typed))
      assert.ok(told.includes(named), `${door} ${typed}: ${told}`)
      assert.doesNotMatch(told, PLACE_IN_A_SCHEMA, `${door} ${typed}`)
      assert.doesNotMatch(told, /openapi|invalid input syntax|went wrong/, `${door} ${typed}`)
      assert.ok(told.length < LONGEST_REFUSAL, `${door} ${typed}: ${told.length} characters`)
    }
  })
