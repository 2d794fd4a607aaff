import { COMMON, type Flags, readArguments } from '../arguments.ts'

/** Words and flags of a command that administers: its purpose is that, where none is named. */
export function readAdministration<const Wanted extends Flags>(args: readonly string[], wanted: Wanted) {
  const { flags, words } = readArguments(args, { ...COMMON, ...wanted })
  return { flags, words, shell: { ...flags, purpose: flags.purpose ?? 'system_administration' } }
}
