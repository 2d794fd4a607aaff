import { basename, resolve } from 'node:path'
import { NO_VOCABULARY } from '@proofmark/domain/vocabulary'
import { openTable } from '../../records/files/open-table.ts'
import { presentItem, presentMark } from '../../records/present/item.ts'
import { parseProfile } from '../../records/rules/parse-profile.ts'
import { compileProfile, standardProfile } from '../../records/rules/profile.ts'
import { readStated } from '../../records/rules/read-stated.ts'
import { COMMON, needed, readArguments } from '../arguments.ts'
import { openFile, readText } from '../open-file.ts'
import { print, printJson } from '../output.ts'

const FLAGS = { json: COMMON.json, profile: { type: 'string' } } as const

/** `proofmark read FILE [--profile FILE.json] [--json]`: how the tables read each row. Keeps nothing, needs no database. */
export async function readCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  const path = resolve(needed(words[0], 'FILE.csv'))
  const asked =
    flags.profile === undefined ? null : parseProfile(basename(flags.profile), await readText(resolve(flags.profile)))
  const table = await openTable(basename(path), (await openFile(path)).stream, asked?.file)
  try {
    const profile = asked ?? standardProfile(table.headings)
    const mapping = compileProfile(profile, table.headings, 'register', basename(path))
    for await (const { row, cells } of table.rows) {
      for (const { position, stated } of mapping.mapRow(cells).items) {
        const item = readStated(stated, mapping.row, NO_VOCABULARY)
        const { serial, make, model, calibre, type, ...rest } = presentItem(item)
        const { stated: said, norm, skeleton, state } = serial
        const marks = item.marks.map(presentMark)
        const place = position === null ? { row } : { row, position }
        if (flags.json)
          printJson({
            ...place,
            serial: { stated: said, norm, skeleton, state, marks },
            make,
            calibre,
            type,
            model,
            ...rest,
          })
        else
          print(
            [row, norm ?? state, ...[make, model, calibre, type].map((word) => word.name ?? word.stated ?? '')].join(
              '\t',
            ),
          )
      }
    }
  } finally {
    await table.close()
  }
}
