import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { proofmark } from './run-shell.ts'

/** A register of two rows, of which one comes back. */
export const ROWS =
  'id,serial,make,model,calibre,type,country,year,date\nL1,TKR1048,Taurus,PT 92,9x19mm,pistol,BR,2011,2011-05-01\nL2,TST4711,Glock,17,9mm,pistol,AT,2001,soon\n'

/** Data folders and files for tests of the shell; all go when the file's tests have ended. */
export async function shellFolders() {
  const scratch = await mkdtemp(join(tmpdir(), 'proofmark-shell-'))
  after(() => rm(scratch, { recursive: true, force: true }))
  let folders = 0
  const newFolder = () => join(scratch, `data-${++folders}`)
  const file = async (name: string, text: string): Promise<string> => {
    const path = join(scratch, name)
    await writeFile(path, text)
    return path
  }
  /** A folder with a register of two rows, of which one came back. */
  const installed = async (env: Readonly<Record<string, string>> = {}): Promise<string> => {
    const folder = newFolder()
    const added = await proofmark(
      folder,
      ['source', 'add', 'register', '--kind', 'register', '--agency', 'Police of XA', '--visibility', 'open'],
      env,
    )
    assert.equal(added.code, 0, added.err)
    const imported = await proofmark(
      folder,
      ['import', await file(`rows-${folders}.csv`, ROWS), '--source', 'register', '--json'],
      env,
    )
    assert.equal(imported.code, 0, imported.err)
    return folder
  }
  return { scratch, newFolder, file, installed }
}
