import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Role } from '@proofmark/contract/roles'

/** Somebody whose part a visitor of the demonstration may play. */
export interface Persona {
  readonly name: string
  readonly agency: string
  readonly role: Role
  /** The random token of the sign-in link, good on this machine alone. */
  readonly link: string
  /** The random token as which the shell may act. */
  readonly token: string
}

/** Where a demonstration keeps the tokens of its personas; a real installation has no such file. */
const PERSONAS_FILE = join('demonstration', 'personas.json')

/** The personas of the demonstration in this data folder; none where it is no demonstration. */
export async function readPersonas(folder: string): Promise<Persona[]> {
  const kept = await readFile(join(folder, PERSONAS_FILE), 'utf8').catch(() => '[]')
  return JSON.parse(kept) as Persona[]
}

export async function writePersonas(folder: string, personas: readonly Persona[]): Promise<void> {
  const file = join(folder, PERSONAS_FILE)
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(`${file}.new`, JSON.stringify(personas, null, 2), { mode: 0o600 })
  await rename(`${file}.new`, file)
}
