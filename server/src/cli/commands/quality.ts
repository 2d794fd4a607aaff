import { randomUUID } from 'node:crypto'
import type { Say } from '@proofmark/contract/messages'
import { ISSUE_KINDS } from '@proofmark/contract/quality-words'
import type { EstimateShown, SampleShown } from '@proofmark/contract/schemas/quality'
import { showQuality } from '../../quality/commands/show-quality.ts'
import { sourceQuality } from '../../quality/commands/source-quality.ts'
import { issueLines } from '../../quality/present/issue.ts'
import { presentRecording } from '../../quality/present/recording.ts'
import { presentQuality } from '../../quality/present/sample.ts'
import { allIssues } from '../../quality/runs/all-issues.ts'
import { drawSample } from '../../quality/runs/draw-sample.ts'
import { COMMON, listed, needed, readArguments } from '../arguments.ts'
import { matchHere } from '../match-here.ts'
import { print, printJson, write } from '../output.ts'
import { type Shell, withShell } from '../shell.ts'

const FLAGS = {
  ...COMMON,
  agency: { type: 'string' },
  size: { type: 'string' },
  seed: { type: 'string' },
} as const
const ACTIONS = ['show', 'draw', 'sources', 'issues'] as const

const SIZE = { usual: 100, least: 10, most: 1_000 } as const

const said = (estimate: EstimateShown | null): string =>
  estimate === null ? '–' : `${estimate.value.toFixed(3)} (${estimate.low.toFixed(3)} – ${estimate.high.toFixed(3)})`

function printSample(sample: SampleShown | null, say: Say): void {
  if (!sample) {
    print(say('shell.quality_none'))
    return
  }
  const { size, judged, drawnAt, drawnBy } = sample
  print(say('quality.sample', { size, judged, at: drawnAt.slice(0, 10), by: drawnBy }))
  for (const { by, of, judged: count, precision, recall } of sample.estimates)
    print([by, of ?? '', count, said(precision), said(recall)].join('\t'))
}

async function printSources({ run, say, settings }: Shell, json: boolean): Promise<void> {
  const words = { say, locale: settings.locale }
  const sources = (await run(sourceQuality)).map((each) => presentRecording(each, words))
  if (json) {
    printJson({ sources })
    return
  }
  for (const { source, agency, records, notes, changes } of sources) {
    print([source, agency, records].join('\t'))
    for (const text of [...notes, ...changes.map((change) => change.text)]) print(`\t${text}`)
  }
}

/** `proofmark quality [draw|sources|issues KIND]`: how good the links, sources and records are. */
export async function qualityCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  const action = listed('quality', words[0] ?? 'show', ACTIONS)
  const kind = action === 'issues' ? listed('kind', needed(words[1], 'KIND'), ISSUE_KINDS) : null
  const size = Number(flags.size ?? SIZE.usual)
  if (!Number.isInteger(size) || size < SIZE.least || size > SIZE.most)
    listed('size', flags.size ?? '', [`${SIZE.least} – ${SIZE.most}`])
  await withShell(flags, async (shell) => {
    const { run, say } = shell
    await matchHere(shell)
    if (kind) {
      for await (const line of issueLines(allIssues(run, { kind, agency: flags.agency }))) await write(line)
      return
    }
    if (action === 'sources') {
      await printSources(shell, flags.json === true)
      return
    }
    if (action === 'draw') await drawSample(run, { id: randomUUID(), size, seed: flags.seed })
    const sample = presentQuality(await run(showQuality))
    if (flags.json) printJson({ sample })
    else printSample(sample, say)
  })
}
