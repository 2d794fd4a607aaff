import { glob, readFile } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'oxc-parser'
import { ROOT } from './run-program.ts'

export const WORKSPACES = ['domain', 'matching', 'proofs', 'contract', 'server', 'web'] as const
export type Workspace = (typeof WORKSPACES)[number]

/** Which workspace may import which: the arrows of the house point one way. */
export const ARROWS: Readonly<Record<Workspace, readonly Workspace[]>> = {
  domain: [],
  matching: ['domain'],
  proofs: [],
  contract: ['domain'],
  server: ['domain', 'matching', 'proofs', 'contract'],
  web: ['contract', 'domain'],
}

export interface SourceFile {
  /** Path from the root of the clone, with slashes. */
  readonly path: string
  readonly workspace: Workspace
  readonly text: string
  readonly test: boolean
  readonly imports: readonly Import[]
}

export interface Import {
  readonly from: string
  /** The file of ours that is imported, or null for a package. */
  readonly target: string | null
  readonly typeOnly: boolean
}

function targetOf(path: string, from: string): string | null {
  if (from.startsWith('.')) return normalize(join(dirname(path), from)).replaceAll('\\', '/')
  const own = /^@proofmark\/([a-z]+)\/(.+)$/.exec(from)
  if (!own) return null
  return `${own[1]}/src/${own[2]}${own[2]?.endsWith('.json') ? '' : '.ts'}`
}

function importsOf(path: string, text: string): Import[] {
  const { module } = parseSync(path, text)
  const stated = module.staticImports.map(({ moduleRequest, entries }) => ({
    from: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
  }))
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ from: moduleRequest.value, typeOnly: isType }] : [],
    ),
  )
  const late = module.dynamicImports.flatMap(({ moduleRequest }) => {
    const words = /^['"`]([^'"`]+)['"`]$/.exec(text.slice(moduleRequest.start, moduleRequest.end))
    return words?.[1] ? [{ from: words[1], typeOnly: false }] : []
  })
  return [...stated, ...passedOn, ...late].map((each) => ({ ...each, target: targetOf(path, each.from) }))
}

/** Every source file of the house with what it imports. */
export async function readHouse(): Promise<SourceFile[]> {
  const files: SourceFile[] = []
  for await (const found of glob(`{${WORKSPACES.join(',')}}/src/**/*.{ts,tsx}`, { cwd: ROOT })) {
    const path = found.replaceAll('\\', '/')
    const text = await readFile(join(ROOT, path), 'utf8')
    const test = /\.(test|fixture|test-helper)\.tsx?$/.test(path) || path.includes('/testing/')
    files.push({ path, workspace: path.split('/')[0] as Workspace, text, test, imports: importsOf(path, text) })
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The circles in which files import each other; types count too, since a reader follows them alike. */
export function findCycles(files: readonly SourceFile[]): string[][] {
  const edges = new Map(
    files.map(({ path, imports }) => [path, imports.flatMap(({ target }) => (target ? [target] : []))]),
  )
  const state = new Map<string, 'open' | 'done'>()
  const cycles: string[][] = []
  const visit = (path: string, trail: readonly string[]) => {
    if (state.get(path) === 'done') return
    if (state.get(path) === 'open') return void cycles.push([...trail.slice(trail.indexOf(path)), path])
    state.set(path, 'open')
    for (const next of edges.get(path) ?? []) if (edges.has(next)) visit(next, [...trail, path])
    state.set(path, 'done')
  }
  for (const path of edges.keys()) visit(path, [])
  return cycles
}
