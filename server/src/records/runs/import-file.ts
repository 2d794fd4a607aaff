import { createHash, type Hash } from 'node:crypto'
import type { Profile } from '@proofmark/contract/schemas/profile'
import type { Context, Run } from '../../access/context.ts'
import { needAgency } from '../../access/policy/agency.ts'
import { needRole } from '../../access/policy/role.ts'
import { beginImport, goOnWithImport, openImport } from '../commands/begin-import.ts'
import { closeAbandoned, endImport, failImport } from '../commands/end-import.ts'
import { saveProfile } from '../commands/save-profile.ts'
import { takeBatch } from '../commands/take-batch.ts'
import { openTable, type Table } from '../files/open-table.ts'
import type { ImportCounts } from '../queries/find-import.ts'
import { findProfile, profileToImportBy } from '../queries/find-profile.ts'
import { getSource, type KnownSource } from '../queries/find-source.ts'
import { loadVocabulary } from '../queries/vocabulary.ts'
import { contentHash } from '../rules/content-hash.ts'
import { dayAfter } from '../rules/day-after.ts'
import { type CompiledProfile, compileProfile, namesAnyOf, standardProfile } from '../rules/profile.ts'
import { addShares, type ReadShares } from '../rules/read-shares.ts'
import { recogniseColumns, statesAnItem } from '../rules/standard-columns.ts'
import { type PreparedBatch, prepareBatches } from './prepare-batches.ts'
import type { Workplace } from './run.ts'
import { untilCommitted } from './until-committed.ts'

export interface ImportProgress extends ImportCounts {
  /** Of the file, as far as they have been taken in. */
  readonly bytes: number
}

export interface ImportInput {
  readonly source: string
  readonly file: string
  readonly content: AsyncIterable<Uint8Array>
  /** How the content is opened: by a process of its own, unless the rows were at hand before the file. */
  readonly open?: typeof openTable | undefined
  readonly bytes?: number | undefined
  readonly sha256?: Buffer | undefined
  /** Saved with the source before the first row is taken; without one, the source's last profile counts. */
  readonly profile?: Profile | undefined
  /** A version of the source's profile other than the last. */
  readonly profileVersion?: number | undefined
  /** An import that was begun before: one that stopped, failed or was interrupted, or whose file has just arrived. */
  readonly import?: string | undefined
  readonly onBegin?: ((id: string) => void) | undefined
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined
  /** Stops it before the next batch, as `stopImport` does. */
  readonly signal?: AbortSignal | undefined
  /** Shown each batch as it was prepared, before it is written. */
  readonly onBatch?: ((batch: PreparedBatch) => void) | undefined
}

/** What an import did, which columns of the file no rule understands, and how much of the rest was read. */
export interface ImportOutcome extends ImportCounts {
  readonly import: string
  readonly state: 'done' | 'stopped'
  /** By which version of the profile; null where the file has our own columns. */
  readonly profileVersion: number | null
  readonly unused: readonly string[]
  /** Columns that the profile names and this file lacks; they say nothing. */
  readonly absent: readonly string[]
  readonly read: ReadShares
}

interface Measured {
  bytes: number
  readonly hash: Hash
}

async function* measured(content: AsyncIterable<Uint8Array>, so: Measured): AsyncGenerator<Uint8Array> {
  for await (const bytes of content) {
    so.hash.update(bytes)
    so.bytes += bytes.length
    yield bytes
  }
}

interface Opening {
  readonly source: KnownSource
  readonly profile: Profile | null
  readonly profileVersion: number | null
}

/** The profile of an import that goes on is the one that it was begun with. */
async function lookUp(context: Context, input: ImportInput): Promise<Opening> {
  needRole(context.reader, ['recorder', 'data_steward'])
  if (input.import !== undefined) {
    const { source, profileVersion } = await openImport(context, input.import)
    const begunWith = profileVersion === null ? null : await findProfile(context, source.id, profileVersion)
    return { source, profile: begunWith?.profile ?? null, profileVersion }
  }
  const source = await getSource(context, input.source)
  needAgency(context.reader, source.agency)
  if (input.profile) return { source, profile: input.profile, profileVersion: null }
  const saved = await profileToImportBy(context, source.id, input.profileVersion)
  return { source, profile: saved?.profile ?? null, profileVersion: saved?.version ?? null }
}

/** A file with our own columns needs no profile, even in a source whose other files have one. */
function withoutProfile({ profile }: Opening, input: ImportInput, headings: readonly string[]): boolean {
  if (profile === null) return true
  const own = statesAnItem(recogniseColumns(headings).values())
  return input.profile === undefined && !namesAnyOf(profile, headings) && own
}

/**
 * Imports a file into a source, batch by batch: good rows go in, bad rows are kept with why they came back, and the
 * counts always add up to the rows of the file. The same file again changes nothing; a changed row makes a new version
 * of its record and the old one stays. Ends early where somebody stops it; what is in by then stays in. Throws
 * `source_unknown`, `not_your_agency`, `role_needed`, `source_busy`, `file_unreadable`, `columns_missing`,
 * `profile_columns_missing`; where that happens after the first batch, the import is marked as failed and can be gone
 * on with or taken back.
 */
export async function importFile({ run, hold }: Workplace, input: ImportInput): Promise<ImportOutcome> {
  const opening = await run((context) => lookUp(context, input))
  const { source } = opening
  return hold(source.id, async () => {
    let id = input.import
    try {
      const so = { bytes: 0, hash: createHash('sha256') }
      const open = input.open ?? openTable
      const table = await open(input.file, measured(input.content, so), opening.profile?.file)
      try {
        const standard = withoutProfile(opening, input, table.headings)
        const profile = standard ? standardProfile(table.headings) : opening.profile!
        const mapping = compileProfile(profile, table.headings, source.kind, input.file)
        const begun = await run((context) => begin(context, input, source, standard ? null : opening.profileVersion))
        id = begun.id
        input.onBegin?.(id)
        return await takeFile(run, input, { source, ...begun, mapping, table, so })
      } finally {
        await table.close()
      }
    } catch (failure) {
      // Whatever went wrong is what the caller must hear of, and not that it could not be noted either.
      if (id !== undefined) await run((context) => failImport(context, id!, source, failure)).catch(() => {})
      throw failure
    }
  })
}

interface Begun {
  readonly id: string
  readonly profileVersion: number | null
  readonly before: ImportCounts
}

const NOTHING: ImportCounts = { rows: 0, accepted: 0, rejected: 0, unchanged: 0, changed: 0 }

async function begin(
  context: Context,
  input: ImportInput,
  source: KnownSource,
  profileVersion: number | null,
): Promise<Begun> {
  await closeAbandoned(context, source)
  if (input.import !== undefined)
    return { id: input.import, profileVersion, before: await goOnWithImport(context, input.import) }
  const version = input.profile
    ? await saveProfile(context, { source: input.source, profile: input.profile })
    : profileVersion
  const { file, bytes = null, sha256 = null } = input
  return {
    id: await beginImport(context, { source, file, bytes, sha256, profileVersion: version }),
    profileVersion: version,
    before: NOTHING,
  }
}

interface Underway extends Begun {
  readonly source: KnownSource
  readonly mapping: CompiledProfile
  readonly table: Table
  readonly so: Measured
}

async function takeFile(run: Run, input: ImportInput, underway: Underway): Promise<ImportOutcome> {
  const { id, profileVersion, source, mapping, so, before } = underway
  const read: ReadShares = {}
  let counts = before
  let state: ImportOutcome['state'] = 'done'
  for await (const batch of await batchesOf(run, input, underway)) {
    input.onBatch?.(batch)
    addShares(read, batch.read)
    const after = input.signal?.aborted
      ? null
      : await untilCommitted(run, (context) => takeBatch(context, counts, { ...batch, source, version: id }))
    if (after === null) {
      state = 'stopped'
      break
    }
    counts = after
    input.onProgress?.({ ...counts, bytes: batch.bytesDone })
  }
  const whole = { bytes: so.bytes, sha256: so.hash.digest() }
  await run((context) => endImport(context, { import: id, source, state, ...counts, ...whole }))
  const { unusedHeadings: unused, absentHeadings: absent } = mapping
  return { import: id, state, profileVersion, ...counts, unused, absent, read }
}

async function batchesOf(run: Run, { file }: ImportInput, { source, mapping, table, so, before }: Underway) {
  const { settings, secret } = await run(async (context) => ({
    secret: context.recordSecret,
    settings: {
      sourceKind: source.kind,
      rowKind: mapping.row,
      dates: mapping.dates,
      today: dayAfter(context.now),
      secret: context.recordSecret,
      vocabulary: await loadVocabulary(context, source.agency.id),
    },
  }))
  return prepareBatches({
    file,
    rows: table.rows,
    headings: table.headings,
    skip: before.rows,
    mapping,
    settings,
    sayable: { columns: mapping.statedColumns, persons: mapping.statedPersons },
    hashOf: (cells) => contentHash(secret, cells),
    bytesRead: () => so.bytes,
  })
}
