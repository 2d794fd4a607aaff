import { type FileHandle, open } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { ProofmarkError } from '@proofmark/contract/errors'
import { BackupFault, namingFile } from './fault.ts'
import { type Frame, type FrameKind, readFrames } from './frames.ts'
import { HEADER_LENGTH, type Header, readHeader } from './header.ts'
import { fileKeys, keyFileOf, readKeyFile, statedBackupKey } from './key.ts'
import { type BackupTable, type Manifest, parseManifest, parseTrailer, type Tally, type Trailer } from './manifest.ts'
import { unseal } from './seal.ts'
import { tallyRows } from './tally.ts'

export interface BackupContents {
  readonly manifest: Manifest
  readonly trailer: Trailer
}

/** Takes the rows of one table, all of them. */
export type TakeRows = (table: BackupTable, rows: AsyncIterable<Buffer>) => Promise<void>

export interface OpenBackup {
  readonly taken: Date
  /**
   * Reads the file from its beginning to its end. Every byte that is handed on has been authenticated; that nothing is
   * missing, and that every table has as many rows as were copied, is known only when the promise fulfils. Throws
   * `backup_unreadable`.
   */
  readonly read: (take: TakeRows) => Promise<BackupContents>
  readonly close: () => Promise<void>
}

export interface KeySources {
  /** A key file that the operator named. */
  readonly keyFile?: string | undefined
  /** PROOFMARK_BACKUP_KEY. */
  readonly statedKey?: string | undefined
}

/**
 * Opens a backup with the key that fits it: the named key file, else PROOFMARK_BACKUP_KEY or the key file beside it.
 * Throws `file_not_opened`, `backup_key_missing`, `backup_unreadable`.
 */
export async function openBackup(file: string, sources: KeySources): Promise<OpenBackup> {
  const handle = await openFile(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER_LENGTH), 0, HEADER_LENGTH, 0)
    const head = buffer.subarray(0, bytesRead)
    const header = readHeader(head)
    const chunks = await findKey(file, header, sources)
    return {
      taken: header.taken,
      read: (take) =>
        readSealed(handle, chunks, head, take).catch((failure) => Promise.reject(namingFile(file, failure))),
      close: () => handle.close(),
    }
  } catch (failure) {
    await handle.close()
    throw namingFile(file, failure)
  }
}

async function openFile(file: string): Promise<FileHandle> {
  try {
    const handle = await open(file, 'r')
    if ((await handle.stat()).isFile()) return handle
    await handle.close()
  } catch (cause) {
    throw new ProofmarkError(
      'file_not_opened',
      { file, reason: (cause as NodeJS.ErrnoException).code ?? 'unreadable' },
      cause,
    )
  }
  throw new ProofmarkError('file_not_opened', { file, reason: 'not a file' })
}

async function candidateKeys(file: string, { keyFile, statedKey }: KeySources): Promise<Buffer[]> {
  if (keyFile !== undefined) {
    const key = await readKeyFile(keyFile)
    if (key === null) throw new ProofmarkError('backup_key_missing', { file, key: keyFile })
    return [key]
  }
  const stated = statedKey === undefined ? [] : [statedBackupKey(statedKey)]
  const beside = await readKeyFile(keyFileOf(file))
  return beside === null ? stated : [...stated, beside]
}

async function findKey(file: string, header: Header, sources: KeySources): Promise<Buffer> {
  const candidates = await candidateKeys(file, sources)
  if (candidates.length === 0) throw new ProofmarkError('backup_key_missing', { file, key: keyFileOf(file) })
  const fitting = candidates.map((key) => fileKeys(key, header.salt)).find(({ id }) => id.equals(header.keyId))
  if (!fitting) throw new BackupFault('wrong_key', 'It was sealed with another key.')
  return fitting.chunks
}

/** Bytes read from a file at once. */
const READ_SIZE = 256 * 1024

async function* bytesFrom(handle: FileHandle, start: number): AsyncGenerator<Buffer> {
  for (let position = start; ; ) {
    const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(READ_SIZE), 0, READ_SIZE, position)
    if (bytesRead === 0) return
    position += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}

async function readSealed(handle: FileHandle, key: Buffer, head: Buffer, take: TakeRows): Promise<BackupContents> {
  const sealed = bytesFrom(handle, HEADER_LENGTH)
  const plain = pipeline(Readable.from(unseal(sealed, key, head)), createGunzip(), () => {
    // A failure of any part comes out of the last one, which is read below.
  })
  try {
    return await readContents(readFrames(plain), take)
  } catch (failure) {
    if (failure instanceof Error && 'code' in failure && String(failure.code).startsWith('Z_')) {
      throw new BackupFault('contents', `It cannot be decompressed (${failure.code}).`)
    }
    throw failure
  } finally {
    plain.destroy()
  }
}

/** Reads what the frames say, in the one order that there is. Throws BackupFault `contents` for any other. */
export async function readContents(frames: AsyncGenerator<Frame>, take: TakeRows): Promise<BackupContents> {
  const manifest = parseManifest(await next(frames, 'manifest'))
  const counted: Record<string, Tally> = {}
  for (const table of manifest.tables) {
    const name = (await next(frames, 'table')).toString('utf8')
    if (name !== table.name) throw new BackupFault('contents', `It holds ${name} where its manifest has ${table.name}.`)
    const tally = tallyRows()
    let ended = false
    await take(
      table,
      (async function* () {
        for (;;) {
          const { kind, content } = await nextOf(frames, ['rows', 'end'])
          if (kind === 'end') break
          tally.add(content)
          yield content
        }
        ended = true
      })(),
    )
    if (!ended) throw new Error(`Not all rows of ${table.name} were taken.`)
    counted[table.name] = tally.result()
  }
  const trailer = parseTrailer(await next(frames, 'trailer'))
  if (!(await frames.next()).done) throw new BackupFault('contents', 'It goes on after its trailer.')
  compare(counted, trailer.tables)
  return { manifest, trailer }
}

async function nextOf(frames: AsyncGenerator<Frame>, kinds: readonly FrameKind[]): Promise<Frame> {
  const { value, done } = await frames.next()
  if (done) throw new BackupFault('contents', `It ends where ${kinds.join(' or ')} is due.`)
  if (!kinds.includes(value.kind))
    throw new BackupFault('contents', `It holds ${value.kind} where ${kinds.join(' or ')} is due.`)
  return value
}

const next = async (frames: AsyncGenerator<Frame>, kind: FrameKind): Promise<Buffer> =>
  (await nextOf(frames, [kind])).content

function compare(counted: Readonly<Record<string, Tally>>, stated: Readonly<Record<string, Tally>>): void {
  const names = new Set([...Object.keys(counted), ...Object.keys(stated)])
  for (const name of names) {
    const [found, wanted] = [counted[name], stated[name]]
    if (found?.rows === wanted?.rows && found?.sha256 === wanted?.sha256) continue
    throw new BackupFault(
      'contents',
      `It holds ${found?.rows} rows of ${name}, not the ${wanted?.rows} that were copied.`,
    )
  }
}
