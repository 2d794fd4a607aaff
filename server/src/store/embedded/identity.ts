import { chmod, lchown, lstat, readdir, readFile, stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { EmbeddedError } from './errors.ts'
import type { Layout } from './layout.ts'
import type { Binaries } from './locate-binaries.ts'
import { type ProgramEnd, runProgram } from './run-program.ts'

interface Owner {
  readonly uid: number
  readonly gid: number
}

/**
 * As whom PostgreSQL runs. It refuses to be root, and nothing may be left behind on the system for it.
 * `owner` says who must own the cluster's files, as seen from outside; null where owners do not matter (Windows).
 */
export type ProcessIdentity =
  /** As we are. */
  | { readonly kind: 'direct'; readonly owner: Owner | null }
  /** As we are, but called by another user's numbers inside a user namespace. */
  | { readonly kind: 'namespace'; readonly owner: Owner; readonly inside: Owner }
  /** As a user of the system. */
  | { readonly kind: 'user'; readonly owner: Owner }

/** A program and what to give to spawn. */
export interface Command {
  readonly file: string
  readonly args: readonly string[]
  readonly options: { readonly uid?: number; readonly gid?: number }
}

/** The command that runs a program under an identity. The process it starts is the program itself: one number. */
export function commandAs(identity: ProcessIdentity, program: string, args: readonly string[]): Command {
  switch (identity.kind) {
    case 'direct':
      return { file: program, args, options: {} }
    case 'user':
      return { file: program, args, options: identity.owner }
    case 'namespace': {
      const { uid, gid } = identity.inside
      const enter = ['--user', `--map-user=${uid}`, `--map-group=${gid}`, program, ...args]
      return { file: 'unshare', args: enter, options: {} }
    }
  }
}

/** Runs a program of PostgreSQL to its end under an identity. */
export function runAs(
  identity: ProcessIdentity,
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly input?: string },
): Promise<ProgramEnd> {
  const command = commandAs(identity, program, args)
  return runProgram(command.file, command.args, { ...options, ...command.options })
}

/**
 * Chooses as whom PostgreSQL runs on this folder. An ordinary user: directly. Root, in this order: inside a user
 * namespace of its own, as `postgres`, as `nobody`, as the owner of the place where the data folder lies (root in a
 * home folder that is closed to others). Each is tried; the first that reaches programs and folder is taken. Throws
 * `postgres.identity_refused`.
 *
 * initdb wants a user that the system lists. So the numbers inside the namespace are a listed user's, and an ordinary
 * user without a name (a container started with a bare number) gets a namespace too, where that is granted.
 *
 * For a system user the data folder must be passable (0711). It stays root's, so that this user cannot touch the keys.
 */
export async function processIdentity(binaries: Binaries, layout: Layout): Promise<ProcessIdentity> {
  const uid = process.getuid?.()
  const gid = process.getgid?.()
  if (uid === undefined || gid === undefined) return { kind: 'direct', owner: null }
  const direct: ProcessIdentity = { kind: 'direct', owner: { uid, gid } }
  if (uid !== 0 && isListed()) return direct

  const users = parseUsers(await readFile('/etc/passwd', 'utf8').catch(() => ''))
  const namespace: ProcessIdentity = { kind: 'namespace', owner: { uid, gid }, inside: insideUser(users) }
  if (await reaches(namespace, binaries, layout)) return namespace
  if (uid !== 0) return direct
  const tried = ['a user namespace']
  await chmod(layout.folder, 0o711)
  for (const { name, ...owner } of await systemUsers(users, layout)) {
    const identity: ProcessIdentity = { kind: 'user', owner }
    if (await reaches(identity, binaries, layout)) return identity
    tried.push(name)
  }
  await chmod(layout.folder, 0o700)
  throw new EmbeddedError('postgres.identity_refused', { folder: layout.folder, tried: tried.join(', ') })
}

async function reaches(identity: ProcessIdentity, binaries: Binaries, layout: Layout): Promise<boolean> {
  const script = '"$1" --version && test -x "$2"'
  const end = await runAs(identity, '/bin/sh', ['-c', script, 'sh', binaries.postgres, layout.folder], {
    cwd: layout.folder,
  })
  return end.code === 0
}

/** Does the system know a name for the user we are? */
function isListed(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

/** A user of the system. */
export interface SystemUser extends Owner {
  readonly name: string
}

/** The users in the text of /etc/passwd, but for root by whatever name; lines that are none are passed over. */
export function parseUsers(passwd: string): readonly SystemUser[] {
  return passwd.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    if (!name || !/^-?\d{1,10}$/.test(uid ?? '') || !/^-?\d{1,10}$/.test(gid ?? '')) return []
    // macOS writes nobody as -2, which the system calls take as unsigned.
    const user = { name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }
    return user.uid === 0 ? [] : [user]
  })
}

/** The number that Linux shows for owners whom a namespace does not know. */
const OVERFLOW_USER = 65534

function insideUser(users: readonly SystemUser[]): Owner {
  const listed = users.find(({ uid }) => uid === 1000) ?? users.find(({ uid }) => uid !== OVERFLOW_USER)
  return listed ?? { uid: 1000, gid: 1000 }
}

async function systemUsers(users: readonly SystemUser[], layout: Layout): Promise<readonly SystemUser[]> {
  const place = await stat(dirname(layout.folder))
  const candidates = [
    users.find(({ name }) => name === 'postgres'),
    users.find(({ name }) => name === 'nobody'),
    users.find(({ uid }) => uid === place.uid),
  ]
  return candidates.filter((user) => user !== undefined)
}

/**
 * Gives a folder and all in it to the identity, where root may: a cluster made under one identity can then run under
 * another. The folder itself comes last, so that its owner tells whether all below is done. Symbolic links are given
 * themselves and never followed: they may lead anywhere.
 */
export async function giveTo(identity: ProcessIdentity, folder: string): Promise<void> {
  const owner = identity.owner
  if (owner === null || process.getuid?.() !== 0) return
  const entry = await lstat(folder)
  if (entry.uid !== owner.uid || entry.gid !== owner.gid) await changeOwner(folder, entry.isDirectory(), owner)
}

async function changeOwner(path: string, isFolder: boolean, owner: Owner): Promise<void> {
  if (isFolder) {
    for (const entry of await readdir(path, { withFileTypes: true }))
      await changeOwner(join(path, entry.name), entry.isDirectory(), owner)
  }
  await lchown(path, owner.uid, owner.gid)
}
