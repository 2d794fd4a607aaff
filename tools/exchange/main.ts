import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureWeb } from '../../server/src/cli/ensure-web.ts'
import { type Running, startNodes } from './start-nodes.ts'
import { playStory } from './story.ts'

/**
 * `npm run demo:exchange [-- --once] [-- --folder FOLDER [--keep]]`: three nodes on this machine, each with its own
 * database, play a trace from the recovery of a pistol to its last lawful holder. Then they stay until Ctrl-C.
 */
const { values } = parseArgs({
  options: { once: { type: 'boolean' }, folder: { type: 'string' }, keep: { type: 'boolean' } },
})

const say = (sentence: string) => process.stdout.write(`${sentence}\n`)

const stopped = new Promise<void>((done) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done())
})

async function run(folder: string): Promise<void> {
  let running: Running | null = null
  try {
    await ensureWeb(() => say('Building the pages (once, a few seconds) …'))
    say(`Starting three nodes in ${folder}, each with its own database …`)
    running = await startNodes(folder)
    let step = 0
    const story = playStory(running.nodes, (sentence) => say(`${String(++step).padStart(2)}. ${sentence}`))
    const ended = await Promise.race([story, stopped.then(() => null)])
    if (ended === null) throw new Error('It was told to stop before the story had gone through.')
    say('The story went through.')
    if (values.once) return
    for (const { name, address, printed } of Object.values(running.nodes)) {
      say(`\n${name}: ${address}`)
      for (const line of printed.split('\n')) if (line.startsWith('  ') && !line.includes('…')) say(line)
    }
    say('\nCtrl-C ends all three.')
    await stopped
  } finally {
    await running?.stop()
  }
}

const named = values.folder === undefined ? null : resolve(values.folder)
if (named) await mkdir(named, { recursive: true })
const folder = named ?? (await mkdtemp(join(tmpdir(), 'proofmark-exchange-')))
try {
  await run(folder)
} catch (failure) {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`)
  process.exitCode = 1
}
if (values.keep) say(`Kept: ${folder}`)
else await rm(folder, { recursive: true, force: true })
