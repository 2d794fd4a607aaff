import { basename, resolve } from 'node:path'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { Candidate } from '@proofmark/contract/schemas/find'
import { find } from '../../linkage/commands/find.ts'
import { presentCandidates } from '../../linkage/present/candidate.ts'
import { probabilityFigure } from '../../linkage/present/probability-figure.ts'
import { findList } from '../../linkage/runs/find-list.ts'
import { COMMON, needed, readArguments, readLimit } from '../arguments.ts'
import { openFile } from '../open-file.ts'
import { print, printJson, tell } from '../output.ts'
import { type Shell, withShell } from '../shell.ts'

const FLAGS = {
  ...COMMON,
  make: { type: 'string' },
  model: { type: 'string' },
  calibre: { type: 'string' },
  type: { type: 'string' },
  country: { type: 'string' },
  year: { type: 'string' },
  place: { type: 'string' },
  limit: { type: 'string' },
  file: { type: 'string' },
} as const

const promised = ({ source, key, item, probability, evidence, agency }: Candidate) => ({
  source,
  key,
  item,
  probability,
  evidence,
  agency,
})

/** Sources by name, and by their agency too where one answer holds two of one name. */
function sourceNames(candidates: readonly Candidate[]): (candidate: Candidate) => string {
  const agencies = (name: string) =>
    new Set(candidates.filter(({ source }) => source === name).map((one) => one.agency))
  return ({ source, agency }) => (agencies(source).size > 1 ? `${source} (${agency})` : source)
}

function printCandidate(candidate: Candidate, source: string): void {
  const { key, probability, read, evidence } = candidate
  const names = [read.make.name, read.model.name, read.calibre.name].filter(Boolean).join(', ')
  print(`${probabilityFigure(probability, 3)}\t${source}\t${key}\t${names}`)
  for (const { bits, text } of evidence) print(`\t${bits.toFixed(1).padStart(6)}  ${text}`)
}

/** One line a row: as JSON, or the best candidate of each. */
async function findFile(
  { run, say, settings: { locale } }: Shell,
  path: string,
  limit: number,
  json: boolean,
): Promise<void> {
  const { stream } = await openFile(path)
  for await (const { row, stated, found } of findList(run, { file: basename(path), content: stream }, limit)) {
    const candidates = found ? presentCandidates(found, { say, locale }) : []
    if (json) {
      const problem = found ? {} : { problem: say('shell.find_not_searched', { value: stated.serial ?? '' }) }
      printJson({ row, candidates: candidates.map(promised), ...problem })
      continue
    }
    const [best] = candidates
    const said = found ? say('shell.find_nothing') : say('shell.find_not_searched', { value: stated.serial ?? '' })
    print(
      [
        row,
        stated.serial,
        ...(best ? [probabilityFigure(best.probability, 3), sourceNames(candidates)(best), best.key] : [said]),
      ].join('\t'),
    )
  }
}

/**
 * `proofmark find SERIAL [--make M] [--model M] [--calibre C] [--type T] [--country C] [--year Y] [--place P]
 * [--limit N] [--json]`: best first. `proofmark find --file FILE.csv [--json]`: every row of a list.
 */
export async function findCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  const { make, model, calibre, type, country, year, place } = flags
  const limit = readLimit(flags.limit)
  const { file } = flags
  if (file !== undefined && words.length > 0) throw new ProofmarkError('usage', { reason: 'SERIAL | --file' })
  if (file !== undefined) return withShell(flags, (shell) => findFile(shell, resolve(file), limit, flags.json === true))
  const description = { serial: needed(words[0], 'SERIAL'), make, model, calibre, type, country, year, place }
  await withShell(flags, async ({ run, say, settings: { locale } }) => {
    const found = await run((context) => find(context, description, limit))
    const { weak, chance, unread } = found
    const candidates = presentCandidates(found, { say, locale })
    if (flags.json) return printJson(candidates.map(promised))
    for (const { field, stated } of unread) tell(say('shell.find_unread', { field, stated }))
    if (weak) tell(say('shell.find_weak', { chance }))
    if (candidates.length === 0) print(say('shell.find_nothing'))
    const named = sourceNames(candidates)
    for (const candidate of candidates) printCandidate(candidate, named(candidate))
  })
}
