import { resolve } from 'node:path'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { ModelSummary, ModelComparison as Shown } from '@proofmark/contract/schemas/model'
import { approveModel } from '../../linkage/commands/approve-model.ts'
import { importModel } from '../../linkage/commands/propose-model.ts'
import { modelFileOf, presentComparison, presentModel, presentModelShares } from '../../linkage/present/model.ts'
import { findModel, listModels } from '../../linkage/queries/list-models.ts'
import { compareOnOpen } from '../../linkage/runs/compare-models.ts'
import { learnFromOpen } from '../../linkage/runs/learn-model.ts'
import { COMMON, listed, needed, readArguments } from '../arguments.ts'
import { matchHere } from '../match-here.ts'
import { readText } from '../open-file.ts'
import { endProgress, print, printJson, progress } from '../output.ts'
import { type Shell, withShell } from '../shell.ts'

const ACTIONS = ['list', 'learn', 'show', 'compare', 'approve', 'export', 'import'] as const

interface Given {
  readonly words: readonly string[]
  readonly json: boolean
}

const percent = (share: number | null) => (share === null ? '–' : `${(100 * share).toFixed(1)} %`)
const lastOf = ({ approvals, proposed }: ModelSummary) => approvals[0] ?? proposed

async function list({ run, say }: Shell, { json }: Given): Promise<void> {
  const models = await run(async (context) =>
    (await listModels(context)).map((each) => presentModel(context.reader, each)),
  )
  if (json) return printJson({ models })
  for (const model of models) {
    const { version, standing, origin } = model
    const state = standing ? 'standing' : model.approvals.length > 0 ? 'earlier' : 'proposed'
    print([version, say(`models.state.${state}`), say(`models.origin.${origin}`), lastOf(model)?.by ?? ''].join('\t'))
  }
}

async function learn(shell: Shell, { json }: Given): Promise<void> {
  const { run, say } = shell
  const { version } = await learnFromOpen(run, {
    today: new Date(),
    onProgress: ({ done, all }) => progress(say('shell.model_progress', { done, all })),
  }).finally(endProgress)
  if (json) return printJson({ version })
  print(say('shell.model_proposed', { model: version }))
  await show(shell, { words: ['show', version], json: false })
}

async function show({ run, say }: Shell, { words, json }: Given): Promise<void> {
  const version = needed(words[1], 'MODEL')
  const { model, shares } = await run(async (context) => {
    const found = await findModel(context, version)
    return { model: presentModel(context.reader, found), shares: presentModelShares(found) }
  })
  if (json) return printJson({ model, shares })
  for (const { pair, records, candidates, same, taught } of model.learned?.from ?? [])
    print([pair, records, candidates, same, taught].join('\t'))
  if (!model.figures) return
  const { records, likelihood, thresholds, calibration } = model.figures
  const { before, after } = likelihood
  print(say('shell.model_likelihood', { records, before: before.toFixed(2), after: after.toFixed(2) }))
  for (const { from, precision, recall } of thresholds)
    print(say('shell.model_threshold', { from: percent(from), precision: percent(precision), recall: percent(recall) }))
  for (const { from, to, pairs, same } of calibration) print([percent(from), percent(to), pairs, same].join('\t'))
}

function printComparison(say: Shell['say'], { records, pairs, moves, gained, lost }: Shown): void {
  print(say('shell.model_compared', { records, pairs }))
  for (const [from, to] of Object.entries(moves))
    for (const [side, count] of Object.entries(to))
      if (side !== from && count > 0)
        print([say(`models.side.${from}`), '→', say(`models.side.${side}`), count].join('\t'))
  for (const { source, key, otherSource, otherKey, before, after } of [...gained, ...lost])
    print([source, key, otherSource, otherKey, before.toFixed(4), after.toFixed(4)].join('\t'))
}

async function compare({ run, say }: Shell, { words, json }: Given): Promise<void> {
  const [before, after] = [needed(words[1], 'MODEL'), needed(words[2], 'MODEL')]
  const compared = presentComparison(await compareOnOpen(run, { before, after }))
  if (json) printJson(compared)
  else printComparison(say, compared)
}

async function approve(shell: Shell, { words, json }: Given): Promise<void> {
  const { run, say } = shell
  const { standing } = await run((context) => approveModel(context, needed(words[1], 'MODEL')))
  await matchHere(shell)
  if (json) printJson({ standing })
  else print(say('shell.model_stands', { model: standing }))
}

async function exportFile({ run }: Shell, { words }: Given): Promise<void> {
  const version = needed(words[1], 'MODEL')
  const text = modelFileOf(await run((context) => findModel(context, version)))
  if (text === null) throw new ProofmarkError('not_found', { what: version })
  print(text.trimEnd())
}

async function importFile({ run, say }: Shell, { words, json }: Given): Promise<void> {
  const text = await readText(resolve(needed(words[1], 'FILE')))
  const { version } = await run((context) => importModel(context, text))
  if (json) printJson({ version })
  else print(say('shell.model_proposed', { model: version }))
}

const DONE: Readonly<Record<(typeof ACTIONS)[number], (shell: Shell, given: Given) => Promise<void>>> = {
  list,
  learn,
  show,
  compare,
  approve,
  export: exportFile,
  import: importFile,
}

/** `proofmark model [list|learn|show|compare|approve|export|import]`: what records are weighed by. */
export async function modelCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, COMMON)
  const action = listed('model', words[0] ?? 'list', ACTIONS)
  await withShell(flags, (shell) => DONE[action](shell, { words, json: flags.json === true }))
}
