import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { ROOT } from './settings.ts'

/** What the browser app is built from. */
const INPUTS = ['web', 'contract/src', 'domain/src', 'package-lock.json'] as const
const BUILT = join(ROOT, 'web', 'dist')
const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)
const STAMP = join(BUILT, '.built-from')

async function* filesIn(path: string): AsyncGenerator<string> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null)
  if (entries === null) return void (yield path)
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name === 'dist' || entry.name === 'node_modules' || entry.name.startsWith('.')) continue
    const inside = join(path, entry.name)
    if (entry.isDirectory()) yield* filesIn(inside)
    else if (!/\.test\.ts$/.test(entry.name)) yield inside
  }
}

async function inputsHash(): Promise<string> {
  const hash = createHash('sha256')
  for (const input of INPUTS) {
    for await (const file of filesIn(join(ROOT, input)))
      hash.update(file.slice(ROOT.length)).update(await readFile(file))
  }
  return hash.digest('hex')
}

function build(into: string): Promise<void> {
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')
  return new Promise((resolve, reject) => {
    const parameters = [vite, 'build', 'web', '--outDir', into, '--emptyOutDir', '--logLevel', 'warn']
    const child = spawn(process.execPath, parameters, { cwd: ROOT, stdio: ['ignore', 2, 2] })
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('The browser app could not be built.'))))
  })
}

/** Puts a brotli and a gzip form beside every text, so that serving compresses nothing and sends least. */
async function compress(folder: string): Promise<void> {
  for await (const file of filesIn(folder)) {
    if (!/\.(css|html|js|json|svg)$/.test(file)) continue
    const content = await readFile(file)
    await writeFile(`${file}.br`, await brotli(content))
    await writeFile(`${file}.gz`, await gzipped(content, { level: 9 }))
  }
}

/**
 * The folder of the built browser app; built first where there is none or its sources have changed. Built beside and
 * renamed, so that two starts at once and a start that is killed leave a whole one.
 */
export async function ensureWeb(onBuild: () => void): Promise<string> {
  const wanted = await inputsHash()
  if ((await readFile(STAMP, 'utf8').catch(() => '')) === wanted) return BUILT
  onBuild()
  const fresh = join(ROOT, 'web', `.dist-${process.pid}`)
  await build(fresh)
  await compress(fresh)
  await writeFile(join(fresh, '.built-from'), wanted)
  await rm(BUILT, { recursive: true, force: true })
  await rename(fresh, BUILT).catch(() => rm(fresh, { recursive: true, force: true }))
  return BUILT
}
