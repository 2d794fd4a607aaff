import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { CommandName } from '../../cli/usage.ts'
import { PROCESS_ROLES } from '../../store/logins.ts'
import { Renaming } from '../renaming.ts'
import { type Ended, proofmark } from '../run-shell.ts'
import { COMMANDED, type Commanded, filesOf } from './every-command.ts'
import { numbersOf } from './numbers.ts'
import { TWIN_SECRET, type Twin } from './twin.ts'

/** A data folder whose keys are those of the twin's database. */
async function folderOf({ database }: Twin): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'proofmark-twin-'))
  after(() => rm(folder, { recursive: true, force: true }))
  const passwords = PROCESS_ROLES.map((role) => [role, decodeURIComponent(new URL(database.url(role)).password)])
  await mkdir(join(folder, 'keys'), { mode: 0o700 })
  await writeFile(join(folder, 'keys', 'record-ids'), TWIN_SECRET.toString('hex'), { mode: 0o600 })
  await writeFile(join(folder, 'keys', 'logins.json'), JSON.stringify(Object.fromEntries(passwords)), { mode: 0o600 })
  return folder
}

/** Commands that are asked for no purpose: the operator's, and one that reads no record. */
const WITHOUT_PURPOSE: ReadonlySet<string> = new Set(['read', 'verify', 'doctor'])
/** Moments as numbers, sizes and roots of the log, and the folder. */
const DRAWN = /\b(?:1\d{12}|90{9}\d{5})\b|\b\d+ entries\b|\b[0-9a-f]{64}\b|\b[\w-]{43}\b|\/\S+\/(?=\w+-twin)/g

const IN_LOG = /\d{4}-\d\d-\d\dT[\d:.]+Z|[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The ledger of exchange bears the name and the key of its installation, and twins are two. */
const IN_LEDGER = /proofmark\/[^\s"\\]+|[A-Za-z0-9+/]{43}=|[A-Za-z0-9+/=]{80,}/g

/** Of the log the lines alone: places are given in no order within a batch. */
function plain(name: CommandName, { code, out, err }: Ended) {
  const told = name === 'ledger' ? out.replaceAll(IN_LEDGER, 'drawn') : out
  const lines = told.replaceAll(DRAWN, 'drawn').split('\n')
  const inOrder = name === 'log' ? lines.map((line) => line.replaceAll(IN_LOG, 'drawn')).sort() : lines
  return { code, out: inOrder, err: err.replaceAll(DRAWN, 'drawn').split('\n') }
}

/** The shells of both twins; answers what gives both the same commands, and answers where they part. */
export async function twinShells(twins: readonly [Twin, Twin]) {
  const shells = await Promise.all(
    twins.map(async (twin) => {
      const folder = await folderOf(twin)
      return { twin, folder, numbers: await numbersOf(twin), files: await filesOf(folder, 'twin') }
    }),
  )
  const renaming = new Renaming()
  const run = ({ twin, folder }: (typeof shells)[number], { role, args }: Commanded) =>
    proofmark(folder, WITHOUT_PURPOSE.has(args[0]!) ? args : [...args, '--purpose', 'trace'], {
      DATABASE_URL: twin.database.ownerUrl,
      PROOFMARK_TOKEN: twin.tokens[role],
    })
  return async (
    names: readonly CommandName[],
    most = Number.POSITIVE_INFINITY,
  ): Promise<{
    readonly parted: readonly string[]
    readonly refused: readonly string[]
    readonly answered: number
  }> => {
    const parted: string[] = []
    let answered = 0
    const refused: string[] = []
    for (const name of names) {
      const asked = shells.map((shell) => COMMANDED[name](shell).slice(0, most))
      for (const [at, command] of asked[0]!.entries()) {
        const ended = await Promise.all(shells.map((shell, of) => run(shell, asked[of]![at]!)))
        if (ended[0]!.code === 0) answered++
        else refused.push(`${command.args.join(' ')}: ${ended[0]!.err}`)
        const found = renaming.difference(plain(name, ended[0]!), plain(name, ended[1]!))
        if (found) parted.push(`${command.args.join(' ')}: ${found}`)
      }
    }
    return { parted, refused, answered }
  }
}
