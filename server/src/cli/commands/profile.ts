import { basename, resolve } from 'node:path'
import { ProofmarkError } from '@proofmark/contract/errors'
import { saveProfile } from '../../records/commands/save-profile.ts'
import { listProfiles, profileToImportBy } from '../../records/queries/find-profile.ts'
import { getSource } from '../../records/queries/find-source.ts'
import { parseProfile } from '../../records/rules/parse-profile.ts'
import { COMMON, needed, readArguments } from '../arguments.ts'
import { readText } from '../open-file.ts'
import { print, printJson } from '../output.ts'
import { withShell } from '../shell.ts'

const FLAGS = { ...COMMON, save: { type: 'string' }, version: { type: 'string' }, list: { type: 'boolean' } } as const

function readVersion(value: string): number {
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value)
  throw new ProofmarkError('value_not_listed', { field: 'version', value: value.slice(0, 40), accepted: '1, 2, 3 …' })
}

/** `proofmark profile SOURCE [--version N] [--list] [--save FILE.json] [--json]` */
export async function profileCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  const source = needed(words[0], 'SOURCE')
  const saved =
    flags.save === undefined ? null : parseProfile(basename(flags.save), await readText(resolve(flags.save)))
  await withShell(flags, async ({ run, say }) => {
    if (saved) {
      const version = await run((context) => saveProfile(context, { source, profile: saved }))
      return flags.json ? printJson({ source, version }) : print(say('shell.profile_saved', { source, version }))
    }
    const { id } = await run((context) => getSource(context, source))
    if (flags.list) {
      for (const each of await run((context) => listProfiles(context, id))) printJson({ ...each })
      return
    }
    const version = flags.version === undefined ? undefined : readVersion(flags.version)
    const found = await run((context) => profileToImportBy(context, id, version))
    print(found ? JSON.stringify(found.profile, null, 2) : say('shell.profile_none', { source }))
  })
}
