import { cpus, loadavg } from 'node:os'
import { resolve } from 'node:path'
import { benchAccuracy } from './accuracy.ts'
import { benchAnswers } from './answers.ts'
import { damageLines } from './asked.ts'
import { benchBulk } from './bulk/bench-bulk.ts'
import { bandLines } from './calibration.ts'
import { benchDocuments } from './documents.ts'
import { benchGraph } from './graph/bench-graph.ts'
import { benchDrawing } from './graph/drawing.ts'
import { importMeasures, importRegister, settleTables, sizeMeasures } from './import.ts'
import { benchBaselines } from './import-baselines.ts'
import { type Installation, withInstallation } from './installation.ts'
import { benchKnown } from './known/bench-known.ts'
import { benchLearned } from './learned.ts'
import { benchLedger } from './ledger.ts'
import { benchLookUp } from './look-up.ts'
import { benchMatching } from './matching.ts'
import { type Measure, summaryLines } from './measure.ts'
import { benchMessages } from './messages.ts'
import { makeMixRegister } from './mix/register.ts'
import { type Part, readOptions } from './options.ts'
import { benchPublic } from './public/bench-public.ts'
import { benchRealLinks } from './real-links/bench-real-links.ts'
import { benchRequests } from './requests.ts'
import { importSeizures, seizureLines } from './seizures.ts'
import { benchServing, firstScreenLines } from './serving.ts'
import { trigramLines } from './trigram.ts'

/**
 * `npm run bench [-- --entries N] [-- --only PART,…] [-- --seizures FILE [--sample FOLDER]] [-- --json]`: measures each
 * claim beside a baseline of the same run, on records made from fixed seeds after the benchmark mix, in databases of its
 * own that are thrown away.
 */
const { entries, parts, seizures, sample, febrl, json } = readOptions(process.argv.slice(2))
const REGISTER_SEED = 7
const RECOVERY_SEED = 99

const say = (line: string) => void (json ? process.stderr : process.stdout).write(`${line}\n`)
const began = performance.now()
const step = (name: string) =>
  say(`[${((performance.now() - began) / 1000).toFixed(0)} s, load ${loadavg()[0]?.toFixed(1)}] ${name}`)
const measures: Measure[] = []
const report: Record<string, unknown> = {}

async function importPart(installation: Installation): Promise<void> {
  const register = makeMixRegister(entries, REGISTER_SEED)
  step(`importing ${entries} register entries`)
  const imported = await importRegister(installation, register)
  if (parts.has('import')) {
    step('the same rows by COPY, and by staging and INSERT … SELECT')
    measures.push(...importMeasures(imported, await benchBaselines(installation.store, installation.folder)))
  }
  await settleTables(installation)
  measures.push(...(await sizeMeasures(installation, entries)))
  if (seizures !== null) {
    const result = await importSeizures(installation, resolve(seizures))
    report.seizures = result
    for (const line of seizureLines(result)) say(line)
  }
  if (parts.has('answers')) measures.push(...(await benchAnswers(installation, register, RECOVERY_SEED, step)))
  if (!parts.has('look-up')) return
  const {
    measures: looked,
    recall,
    wideTaken,
    trigrams,
  } = await benchLookUp(installation, register, RECOVERY_SEED, step)
  measures.push(...looked)
  Object.assign(report, { recall, wideTaken, trigrams })
  for (const line of damageLines('true entry among the candidates, by damage:', recall)) say(line)
  for (const line of damageLines('look-ups that take the wide path, by damage:', { wide: wideTaken })) say(line)
  for (const line of trigramLines(trigrams)) say(line)
}

async function accuracyPart(): Promise<void> {
  step('accuracy')
  const { measures: accurate, shares, calibration } = await benchAccuracy(REGISTER_SEED, RECOVERY_SEED)
  measures.push(...accurate)
  report.accuracy = { shares, calibration }
  for (const line of damageLines('true entry by damage:', shares)) say(line)
  for (const line of bandLines(calibration)) say(line)
}

async function matchingPart(): Promise<void> {
  step('matching and lives')
  const { measures: matched, recall } = await benchMatching(REGISTER_SEED, RECOVERY_SEED)
  measures.push(...matched)
  report.matching = { recall }
  for (const line of damageLines('recoveries matched with their entry, by damage:', { recall })) say(line)
}

async function learnedPart(): Promise<void> {
  step('a learned model')
  const { measures: learned, recall, model } = await benchLearned(REGISTER_SEED, RECOVERY_SEED, step)
  measures.push(...learned)
  report.learned = { recall, model }
  for (const line of damageLines('recoveries matched with their entry, by damage:', recall)) say(line)
}

async function bulkPart(): Promise<void> {
  const { measures: matched, recall, calibration } = await benchBulk(entries, REGISTER_SEED, RECOVERY_SEED, step)
  measures.push(...matched)
  report.bulk = { recall, calibration }
  for (const line of damageLines('recoveries found at a precision of 99 %, by damage:', recall)) say(line)
  for (const line of bandLines(calibration)) say(line)
}

async function ledgerPart(): Promise<void> {
  step('the access log')
  measures.push(...(await benchLedger(REGISTER_SEED, RECOVERY_SEED, step)))
}

async function knownPart(): Promise<void> {
  measures.push(...(await benchKnown(entries, step)))
}

async function documentsPart(): Promise<void> {
  step('documents of traces')
  measures.push(...(await benchDocuments()))
}

async function requestsPart(): Promise<void> {
  const { measures: drafted, lines } = await benchRequests(step)
  measures.push(...drafted)
  report.requests = lines
  for (const line of lines) say(line)
}

async function servingPart(): Promise<void> {
  step('making and serving a demonstration')
  const { measures: served, firstScreen } = await benchServing(REGISTER_SEED, step)
  measures.push(...served)
  report.firstScreen = firstScreen
  for (const line of firstScreenLines(firstScreen)) say(line)
}

async function publicPart(): Promise<void> {
  measures.push(...(await benchPublic(febrl === null ? null : resolve(febrl), REGISTER_SEED, step)))
}

async function realLinksPart(): Promise<void> {
  if (seizures === null) {
    step('no file of seizures is named, so that there are no real links to measure')
    return
  }
  measures.push(...(await benchRealLinks(resolve(seizures), sample, step)))
}

const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores; Node.js ${process.version}`
say(`machine: ${machine}; ${entries} register entries, seeds fixed`)
if (['import', 'look-up', 'answers'].some((part) => parts.has(part as Part))) await withInstallation(importPart)
if (parts.has('accuracy')) await accuracyPart()
if (parts.has('matching')) await matchingPart()
if (parts.has('learned')) await learnedPart()
if (parts.has('bulk')) await bulkPart()
if (parts.has('ledger')) await ledgerPart()
if (parts.has('known')) await knownPart()
if (parts.has('documents')) await documentsPart()
if (parts.has('requests')) await requestsPart()
if (parts.has('serving')) await servingPart()
if (parts.has('public')) await publicPart()
if (parts.has('real-links')) await realLinksPart()
if (parts.has('messages')) measures.push(...(await benchMessages(step)))
if (parts.has('graph')) measures.push(...(await benchGraph(entries, step)))
if (parts.has('drawing')) measures.push(...(await benchDrawing(step)))
step('done')
for (const line of summaryLines(measures)) say(line)
if (json) process.stdout.write(`${JSON.stringify({ machine, entries, ...report, measures })}\n`)
