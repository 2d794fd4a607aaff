import { createWriteStream, openAsBlob } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setInterval } from 'node:timers'
import { setTimeout as sleep } from 'node:timers/promises'
import { LOCALES } from '../../contract/src/locales.ts'
import { readPersonas } from '../../server/src/demonstration/personas.ts'
import { copyDemonstration } from '../../server/src/testing/made-demonstration.ts'
import { stopServing } from '../../server/src/testing/start-serving.ts'
import { launchBrowser } from '../browser.ts'
import { FIRST_SCREEN_MOST, fetchFirstScreen, weightByKind, weightOf } from '../first-screen.ts'
import { type Measure, measure } from './measure.ts'
import { registerCsv } from './mix/csv.ts'
import { makeMixRegister } from './mix/register.ts'
import { residentBelow } from './resident.ts'
import { benchRestart, type Served, serveFolder } from './restart.ts'
import { timed } from './statistics.ts'

const ROWS = 50_000
const SOURCE = 'Police seizures'
/** So long nothing is asked of the server before its memory is taken as idle. */
const IDLE_MS = 3_000

const personaOf = async (folder: string, role: string) =>
  (await readPersonas(folder)).find((persona) => persona.role === role)!
const linkOf = async (folder: string) => (await personaOf(folder, 'trace_officer')).link
const tokenOf = async (folder: string) => (await personaOf(folder, 'recorder')).token

export interface ServingResult {
  readonly measures: readonly Measure[]
  /** Bytes of the first screen by language and kind; empty where there is no browser. */
  readonly firstScreen: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/** The first screen of a signed-in person in each language, as a browser fetches it. */
async function benchFirstScreen({ address }: Served, link: string) {
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${address}/sign-in#${link}`)
    await page.getByRole('navigation').waitFor()
    const session = await context.storageState()
    const measures: Measure[] = []
    const kinds: Record<string, Record<string, number>> = {}
    for (const locale of Object.keys(LOCALES)) {
      const fetched = await fetchFirstScreen(browser, { address, session, locale })
      kinds[locale] = Object.fromEntries(weightByKind(fetched))
      measures.push(
        measure({
          name: `first screen in ${locale}, compressed`,
          unit: 'kB',
          value: weightOf(fetched) / 1000,
          target: { atMost: FIRST_SCREEN_MOST / 1000 },
        }),
      )
    }
    return { measures, kinds }
  } finally {
    await browser.close()
  }
}

/** Memory of all the server's processes while a file is uploaded and imported, above what they held before. */
async function benchImportMemory(
  { child, address }: Served,
  token: string,
  folder: string,
  seed: number,
): Promise<Measure[]> {
  const path = join(folder, 'bench-register.csv')
  await pipeline(Readable.from(registerCsv(makeMixRegister(ROWS, seed))), createWriteStream(path))
  await sleep(IDLE_MS)
  const idle = await residentBelow(child.pid!)
  let peak = idle
  const watch = setInterval(async () => {
    peak = Math.max(peak, await residentBelow(child.pid!))
  }, 100)
  const { milliseconds, result } = await timed(async () =>
    fetch(`${address}/api/sources/${encodeURIComponent(SOURCE)}/imports?file=bench.csv`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: await openAsBlob(path),
    }),
  )
  clearInterval(watch)
  const answer = await result.text()
  if (!result.ok) throw new Error(`The import was refused: ${answer}`)
  return [
    measure({
      name: `memory of all server processes above idle, importing ${ROWS} rows`,
      unit: 'MB',
      value: (peak - idle) / 1e6,
      target: { atMost: 300 },
    }),
    measure({ name: 'memory of all server processes at idle', unit: 'MB', value: idle / 1e6 }),
    measure({ name: 'rows imported a second through the server', unit: '', value: (ROWS / milliseconds) * 1000 }),
  ]
}

async function whileServed<Result>(folder: string, work: (served: Served) => Promise<Result>): Promise<Result> {
  const served = await serveFolder(folder)
  try {
    return await work(served)
  } finally {
    await stopServing(served.child)
  }
}

/** What a served demonstration costs: the first screen, the time from start to ready, and memory during an import. */
export async function benchServing(seed: number, step: (name: string) => void): Promise<ServingResult> {
  const folder = await mkdtemp(join(tmpdir(), 'proofmark-bench-served-'))
  try {
    await copyDemonstration(folder)
    const first = await whileServed(folder, async (served) => {
      step('the first screen')
      return benchFirstScreen(served, await linkOf(folder))
    })
    step('stop, kill and start')
    const restarts = await benchRestart(folder)
    const memory = await whileServed(folder, async (served) => {
      step('memory during an import')
      return benchImportMemory(served, await tokenOf(folder), folder, seed)
    })
    return { measures: [...first.measures, ...restarts, ...memory], firstScreen: first.kinds }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export const firstScreenLines = (firstScreen: ServingResult['firstScreen']): string[] => [
  'first screen by kind:',
  ...Object.entries(firstScreen).map(([locale, kinds]) => {
    const parts = Object.entries(kinds).map(([kind, bytes]) => `${kind} ${(bytes / 1000).toFixed(1)} kB`)
    return `  ${locale}: ${parts.join(', ')}`
  }),
]
