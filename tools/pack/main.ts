import { spawnSync } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { npmCommand } from '../npm-command.ts'
import { BIN, ROOT, runProgram } from '../run-program.ts'
import { packageOf, type WorkspaceManifest } from './package-of.ts'

/** Those that are of use by themselves. */
const PACKED = ['domain', 'matching', 'proofs']

/**
 * `npm run pack -- FOLDER`: emits domain, matching and proofs as JavaScript with types and leaves a package of each in the
 * folder, to be installed elsewhere.
 */
const [folder] = process.argv.slice(2)
if (!folder) throw new Error('Name the folder that takes the packages: npm run pack -- FOLDER')
const target = resolve(folder)
const emitted = await mkdtemp(join(tmpdir(), 'proofmark-pack-'))
try {
  await mkdir(target, { recursive: true })
  if ((await runProgram(join(BIN, 'tsc'), ['-p', 'tools/pack/tsconfig.json', '--outDir', emitted])) !== 0)
    throw new Error('The compiler could not emit the packages; it said why above.')
  for (const workspace of PACKED) {
    const from = join(ROOT, workspace)
    const to = join(emitted, workspace)
    const manifest = JSON.parse(await readFile(join(from, 'package.json'), 'utf8')) as WorkspaceManifest
    await writeFile(join(to, 'package.json'), `${JSON.stringify(packageOf(manifest), null, 2)}\n`)
    await copyFile(join(from, 'README.md'), join(to, 'README.md'))
    await copyFile(join(ROOT, 'LICENSE'), join(to, 'LICENSE'))
    const [command, ...before] = npmCommand()
    const { status } = spawnSync(command, [...before, 'pack', '--loglevel=error', '--pack-destination', target], {
      cwd: to,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: command === 'npm.cmd',
    })
    if (status !== 0) throw new Error(`npm could not pack ${workspace}; it said why above.`)
  }
} finally {
  await rm(emitted, { recursive: true, force: true })
}
