import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { npmCommand } from '../npm-command.ts'
import { ROOT } from '../run-program.ts'

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  assert.equal(status, 0, stderr)
  return stdout
}

/** The code of a read-me, and after it what it promises in a comment behind a line, as assertions. */
function examplesOf(text: string): string[] {
  return [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) =>
    code!.replace(
      /^(\w[^\n]*?) \/\/ (\[.*\])$/gm,
      (_, expression: string, result: string) =>
        `;(await import('node:assert/strict')).deepEqual(${expression}, ${result})`,
    ),
  )
}

test('what is packed is installed in an empty folder, and there the read-me of matching holds', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'proofmark-stranger-'))
  try {
    const [packages, stranger] = [join(folder, 'packages'), join(folder, 'stranger')]
    run(process.execPath, [join(ROOT, 'tools', 'pack', 'main.ts'), packages], ROOT)
    const packed = (await readdir(packages)).map((name) => join(packages, name))
    await mkdir(stranger)
    await writeFile(join(stranger, 'package.json'), '{ "type": "module" }')
    const [npm, ...before] = npmCommand()
    run(npm, [...before, 'install', '--prefer-offline', '--no-audit', '--no-fund', ...packed], stranger)
    const inside = await readdir(join(stranger, 'node_modules', '@proofmark', 'matching', 'src'))
    assert.deepEqual(
      inside.filter((name) => name.includes('.test')),
      [],
    )
    const examples = examplesOf(
      await readFile(join(stranger, 'node_modules', '@proofmark', 'matching', 'README.md'), 'utf8'),
    )
    assert.equal(examples.length, 3)
    for (const [at, example] of examples.entries()) {
      await writeFile(join(stranger, `example-${at}.mjs`), example)
      run(process.execPath, [`example-${at}.mjs`], stranger)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
