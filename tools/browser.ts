import { spawnSync } from 'node:child_process'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'

const MODULES = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules')
const PACKAGE = join(MODULES, '@sparticuz', 'chromium')
const CACHE = join(MODULES, '.cache')

const SYSTEM_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
]
const SYSTEM_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** A browser to launch: its binary and, where the system lacks libraries, a folder that has them. */
interface BrowserFound {
  readonly binary: string
  readonly libraries: string | null
}

/**
 * Launches the browser that tests and screenshots use: the one that `BROWSER_PATH` names, else a Chromium of the
 * system, else the one packaged in `@sparticuz/chromium` (Linux on x86-64 alone), unpacked once.
 * Throws an error that says what to install where there is none.
 */
export async function launchBrowser(): Promise<Browser> {
  const { binary, libraries } = await findBrowser()
  return chromium.launch({
    executablePath: binary,
    // The sandbox of Chromium refuses root; for everybody else it stays on.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    chromiumSandbox: process.getuid?.() !== 0,
    ...(libraries ? { env: { ...process.env, LD_LIBRARY_PATH: withLibraries(libraries) } } : {}),
  })
}

/** Looks for the browser, and unpacks it where it is packaged: once, before several need it at the same time. */
export async function findBrowser(): Promise<BrowserFound> {
  const named = process.env.BROWSER_PATH
  if (named) {
    if (!existsSync(named))
      throw new Error(`BROWSER_PATH names ${named}, where no file stands. Name the binary of a Chromium, or unset it.`)
    return { binary: named, libraries: null }
  }
  const system = systemBrowser()
  if (system) return { binary: system, libraries: null }
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(PACKAGE)) return packagedBrowser()
  throw new Error(
    `No browser for the tests: none is packaged for ${process.platform}-${process.arch} and no Chromium stands on the system. ` +
      'Install Chromium or Google Chrome (on Debian: apt-get install chromium), or name its binary in BROWSER_PATH.',
  )
}

function systemBrowser(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const places = [...SYSTEM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...SYSTEM_PLACES]
  return places.find((place) => existsSync(place)) ?? null
}

/** Unpacks the packaged Chromium beside the other caches: into a folder of its own, then renamed, so that several may. */
async function packagedBrowser(): Promise<BrowserFound> {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string }
  const folder = join(CACHE, `chromium-${version}`)
  if (!existsSync(folder)) {
    await mkdir(CACHE, { recursive: true })
    const fresh = await mkdtemp(`${folder}-unpacking-`)
    try {
      await unpack(fresh)
      await rename(fresh, folder)
    } catch (cause) {
      await rm(fresh, { recursive: true, force: true })
      // Another process was quicker: its folder is as good as ours.
      if (!existsSync(folder)) throw cause
    }
  }
  const binary = join(folder, 'chromium')
  const libraries = join(folder, 'al2023', 'lib')
  return { binary, libraries: lacksLibraries(binary) ? libraries : null }
}

async function unpack(into: string): Promise<void> {
  const packed = join(PACKAGE, 'bin')
  await inflate(join(packed, 'chromium.br'), join(into, 'chromium'))
  await chmod(join(into, 'chromium'), 0o755)
  for (const archive of (await readdir(packed)).filter((name) => name.endsWith('.tar.br'))) {
    const name = archive.slice(0, -'.tar.br'.length)
    const target = name === 'swiftshader' ? into : join(into, name)
    await mkdir(target, { recursive: true })
    await inflate(join(packed, archive), join(into, `${name}.tar`))
    const untar = spawnSync('tar', ['-xf', join(into, `${name}.tar`), '-C', target])
    if (untar.status !== 0)
      throw new Error(`The packaged browser could not be unpacked: tar said ${untar.error?.message ?? untar.stderr}.`)
    await rm(join(into, `${name}.tar`))
  }
}

async function inflate(source: string, target: string): Promise<void> {
  const file = await open(target, 'w')
  await pipeline(createReadStream(source), createBrotliDecompress(), file.createWriteStream())
}

/** Is a shared library missing that the binary needs? A bare Debian lacks libnss3, libnspr4 and libexpat. */
function lacksLibraries(binary: string): boolean {
  const listed = spawnSync('ldd', [binary], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.includes('not found')
}

function withLibraries(folder: string): string {
  const known = process.env.LD_LIBRARY_PATH
  return known ? `${folder}${delimiter}${known}` : folder
}
