import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { AUDIT_EVENTS } from '../contract/src/audit-events.ts'
import { ERRORS } from '../contract/src/errors.ts'
import { ARROWS, findCycles, readHouse } from './architecture.ts'
import { ROOT } from './run-program.ts'

const files = await readHouse()
const byPath = new Map(files.map((file) => [file.path, file]))
const inProduct = files.filter(({ test: isTest }) => !isTest)

test('arrows between the workspaces point one way', () => {
  const wrong = files.flatMap(({ path, workspace, imports, test: isTest }) =>
    imports.flatMap(({ target }) => {
      const to = target?.split('/')[0]
      if (!to || to === workspace) return []
      // The browser's tests run against the real server; the browser itself never knows it.
      const allowed =
        workspace === 'web' && (to === 'server' || to === 'tools')
          ? isTest
          : (ARROWS[workspace] as readonly string[]).includes(to)
      return allowed ? [] : [`${path} imports ${target}`]
    }),
  )
  assert.deepEqual(wrong, [])
})

/** Who else touches these: what strikes and erases words by place, the columns as such, and what invents a nation. */
const BESIDE_CASES = [
  'server/src/store/strike-words.ts',
  'server/src/store/erase-words.ts',
  'server/src/store/case-tables.ts',
  'server/src/demonstration/',
]

test('what is said in a case leaves by the desk of cases alone, which asks its handling codes', async () => {
  const wrong: string[] = []
  for (const { path, workspace, test: isTest } of files) {
    if (workspace !== 'server' || isTest || !path.endsWith('.ts') || path.includes('/testing/')) continue
    if (path.startsWith('server/src/cases/') || BESIDE_CASES.some((known) => path.startsWith(known))) continue
    if (/\b(?:case_entry|case_document|thing_value)\b/.test(await readFile(join(ROOT, path), 'utf8'))) wrong.push(path)
  }
  assert.deepEqual(wrong, [])
})

test('no files import each other in a circle', () => {
  assert.deepEqual(findCycles(files), [])
})

test('every import of ours leads to a file, and every package is one that the workspace declares', async () => {
  const wrong: string[] = []
  for (const { path, workspace, imports, test: isTest } of files) {
    const declared = JSON.parse(await readFile(join(ROOT, workspace, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >
    const root = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >
    const known = [declared.dependencies, declared.devDependencies, isTest ? root.devDependencies : {}].flatMap(
      (each) => Object.keys(each ?? {}),
    )
    for (const { from, target } of imports) {
      if (target !== null) {
        if (!byPath.has(target) && !existsSync(join(ROOT, target))) wrong.push(`${path}: ${from} leads nowhere`)
      } else if (!from.startsWith('node:') && !known.some((name) => from === name || from.startsWith(`${name}/`))) {
        wrong.push(`${path}: ${from} is not declared in ${workspace}/package.json`)
      }
    }
  }
  assert.deepEqual(wrong, [])
})

test('the pure workspaces have no clock, no chance, no input and no output', () => {
  const impure =
    /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bprocess\.|\bfetch\(|\bsetTimeout\(|from 'node:(?!crypto)/
  // Threads are how matching in bulk works on all cores; what they work with is pure.
  const isPure = ({ workspace, path }: (typeof inProduct)[number]) =>
    ['domain', 'matching', 'proofs'].includes(workspace) && !path.startsWith('matching/src/bulk/threads/')
  const wrong = inProduct.filter((file) => isPure(file) && impure.test(file.text))
  assert.deepEqual(
    wrong.map(({ path }) => path),
    [],
  )
})

test('the browser carries no validator and no lexicon', () => {
  const wrong: string[] = []
  const seen = new Set<string>()
  const follow = (path: string, trail: string) => {
    if (seen.has(path)) return
    seen.add(path)
    for (const { from, target, typeOnly } of byPath.get(path)?.imports ?? []) {
      if (typeOnly) continue
      if (from === 'zod' || target?.startsWith('domain/src/lexicons/')) wrong.push(`${trail} → ${target ?? from}`)
      if (target && byPath.has(target)) follow(target, `${trail} → ${target}`)
    }
  }
  for (const { path, workspace } of inProduct) if (workspace === 'web') follow(path, path)
  assert.deepEqual(wrong, [])
})

test('a desk uses another only through its commands, queries, rules, policies and presenters, and pure rooms stay pure', () => {
  const desks = new Set([
    'records',
    'linkage',
    'tracing',
    'exchange',
    'custody',
    'cases',
    'insight',
    'access',
    'home',
    'review',
    'quality',
  ])
  const wrong: string[] = []
  for (const { path, imports } of inProduct) {
    const [workspace, , desk, room] = path.split('/')
    if (workspace !== 'server' || !desk || !desks.has(desk)) continue
    for (const { target, from } of imports) {
      const [toWorkspace, , toDesk, toRoom] = target?.split('/') ?? []
      if (room === 'rules' && (from === 'pg' || from === 'kysely' || toDesk === 'store' || toDesk === 'http'))
        wrong.push(`${path}: a rule knows ${from}`)
      if (toWorkspace !== 'server' || !toDesk || !desks.has(toDesk) || toDesk === desk) continue
      const open = ['commands', 'queries', 'rules', 'policy', 'present'].includes(toRoom ?? '') || toDesk === 'access'
      if (!open) wrong.push(`${path} reaches into ${target}`)
    }
  }
  assert.deepEqual(wrong, [])
})

test('one function sets the visibility of a transaction, and nobody becomes another role', () => {
  const sets = inProduct.filter(({ text }) => /SET LOCAL pm\.|set_config/i.test(text)).map(({ path }) => path)
  assert.deepEqual(sets, ['server/src/store/reader-transaction.ts'])
  const becomes = inProduct.filter(
    ({ path, text }) => /\bSET (SESSION )?ROLE\b|SESSION AUTHORIZATION/i.test(text) && !path.endsWith('open-store.ts'),
  )
  assert.deepEqual(
    becomes.map(({ path }) => path),
    [],
  )
})

test('every audit event and every error of the tables is used somewhere, and none is past the tables', async () => {
  const text = inProduct
    .filter(({ workspace }) => workspace === 'server')
    .map((file) => file.text)
    .join('\n')
  const unused = [
    ...Object.keys(AUDIT_EVENTS).filter((action) => !text.includes(`'${action}'`)),
    ...Object.keys(ERRORS).filter((code) => !text.includes(`'${code}'`)),
  ]
  assert.deepEqual(unused, [])
})

test('no file is so long that it must hold two ideas', async () => {
  const most = (path: string) =>
    // What strangers check with is one file, whatever it checks.
    path === 'tools/verify.mjs' || path.includes('.test.')
      ? 600
      : path.includes('/lexicons/')
        ? Number.POSITIVE_INFINITY
        : 400
  const texts = files.map(({ path, text }) => ({ path, text }))
  for await (const path of glob('tools/**/*.{ts,mjs}', {
    cwd: ROOT,
    exclude: (name) => name.includes('node_modules'),
  }))
    texts.push({ path, text: await readFile(join(ROOT, path), 'utf8') })
  const long = texts.filter(({ path, text }) => text.split('\n').length > most(path))
  assert.deepEqual(
    long.map(({ path }) => path),
    [],
  )
})

test('nothing silences the type checker or the linter', () => {
  const silenced = files.filter(({ text }) => /@ts-(ignore|expect-error|nocheck)|biome-ignore|\bas any\b/.test(text))
  assert.deepEqual(
    silenced.map(({ path }) => path),
    [],
  )
})

/** Every line of a style, without its comments. */
async function styleLines(): Promise<{ readonly path: string; readonly line: string }[]> {
  const lines: { path: string; line: string }[] = []
  for await (const path of glob('web/src/**/*.css', { cwd: ROOT })) {
    const text = (await readFile(join(ROOT, path), 'utf8')).replace(/\/\*[\s\S]*?\*\//g, '')
    lines.push(...text.split('\n').map((line) => ({ path: path.replaceAll('\\', '/'), line: line.trim() })))
  }
  return lines
}

test('no style names left or right: layouts hold in both directions', async () => {
  const wrong = (await styleLines()).filter(({ line }) => /\b(?:left|right)\b/.test(line))
  assert.deepEqual(wrong, [])
})

test('a colour stands among the tokens alone, where it states both themes', async () => {
  const colour =
    /#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|:[^;]*\b(?:black|white|red|gr[ae]y|green|blue)\b/i
  const wrong = (await styleLines()).filter(({ path, line }) => !path.endsWith('/tokens.css') && colour.test(line))
  assert.deepEqual(wrong, [])
})

test('no style sets text under 12 pixels', async () => {
  const smallest = { px: 12, rem: 0.75 }
  const wrong = (await styleLines()).filter(({ line }) => {
    const [, size, unit] =
      /^(?:font|font-size|--[\w-]*font|--(?:label|cell|sentence)):[^;/]*?(\d*\.?\d+)(px|rem)\b/.exec(line) ?? []
    return unit !== undefined && Number(size) < smallest[unit as keyof typeof smallest]
  })
  assert.deepEqual(wrong, [])
})

test('the project speaks of itself alone: no path of a machine and no registry host', async () => {
  const wrong: string[] = []
  for await (const path of glob(
    '{*.md,*.json,.npmrc,docs/**/*.md,tools/**/*,.ci/*,{domain,matching,proofs,contract,server,web}/{src,*}/**/*.{ts,tsx,md,sql,json}}',
    { cwd: ROOT },
  )) {
    if (path.includes('node_modules') || path.includes('dist/')) continue
    const text = await readFile(join(ROOT, path), 'utf8').catch(() => '')
    if (/(?:^|[\s"'(])\/(?:work|home|root)\/\w+|registry\.npmjs|verdaccio/.test(text)) wrong.push(path)
  }
  assert.deepEqual(
    wrong.filter((path) => !path.endsWith('architecture.test.ts')),
    [],
  )
})

test('no program knows what is true of the demonstration’s stories', () => {
  const told = ['truth.json', 'whole-truth.ts'].map((file) => `server/src/demonstration/stories/${file}`)
  const wrong = inProduct.filter(({ imports }) =>
    imports.some(({ target }) => target !== null && told.includes(target)),
  )
  assert.deepEqual(
    wrong.map(({ path }) => path),
    [],
  )
})
