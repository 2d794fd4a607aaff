import type { CustodyShown } from '@proofmark/contract/schemas/custody'
import { insist } from '../../access/insist.ts'
import { showCustody } from '../../custody/commands/show-custody.ts'
import { itemText, presentCustody, sideText } from '../../custody/present/custody.ts'
import { COMMON, type Flags } from '../arguments.ts'
import { oneLine, print, printJson } from '../output.ts'
import type { Shell } from '../shell.ts'
import { writePrivate } from '../write-private.ts'

/** Flags of the commands of custody. `--for` is what it is handed over for: `--purpose` says why the reader acts. */
export const CUSTODY_FLAGS = {
  ...COMMON,
  to: { type: 'string' },
  from: { type: 'string' },
  agency: { type: 'string' },
  person: { type: 'string' },
  organisation: { type: 'string' },
  for: { type: 'string' },
  take: { type: 'boolean' },
  paper: { type: 'boolean' },
  keep: { type: 'boolean' },
  witness: { type: 'string' },
  scan: { type: 'string' },
  at: { type: 'string' },
  zone: { type: 'string' },
  place: { type: 'string' },
  store: { type: 'string' },
  'seal-found': { type: 'string' },
  seal: { type: 'string' },
  unsealed: { type: 'boolean' },
  why: { type: 'string' },
  condition: { type: 'string' },
  order: { type: 'string' },
  due: { type: 'string' },
  event: { type: 'string' },
  decline: { type: 'boolean' },
  withdraw: { type: 'boolean' },
  break: { type: 'string' },
  kind: { type: 'string' },
  authority: { type: 'string' },
  'order-reference': { type: 'string' },
  on: { type: 'string' },
  until: { type: 'string' },
  pieces: { type: 'string' },
  list: { type: 'string' },
  limit: { type: 'string' },
  after: { type: 'string' },
  in: { type: 'string' },
  name: { type: 'string' },
  out: { type: 'string' },
  state: { type: 'string' },
  csv: { type: 'boolean' },
  language: { type: 'string' },
} as const satisfies Flags

export type CustodyFlags = {
  readonly [Name in keyof typeof CUSTODY_FLAGS]?: (typeof CUSTODY_FLAGS)[Name]['type'] extends 'boolean'
    ? boolean
    : string
}

/** Writes what was made into a file that nobody else reads, and says so. */
export async function written({ say }: Shell, flags: CustodyFlags, file: string, bytes: Uint8Array): Promise<void> {
  await writePrivate(file, bytes)
  if (flags.json) printJson({ file, bytes: bytes.byteLength })
  else print(say('shell.file_written', { file, bytes: bytes.byteLength }))
}

const nameOrNull = (side: CustodyShown['custodian']): string | null => (side === null ? null : sideText(side) || null)

/** The custody of an exhibit in the words that the shell promises. */
export const promised = ({ exhibit, said, custodian, events, unbroken, breaks }: CustodyShown) => ({
  exhibit,
  said,
  custodian: nameOrNull(custodian),
  events: events.map(({ purpose, from, to, at, sealIn, sealOut, grade }) => ({
    purpose,
    from: nameOrNull(from),
    to: nameOrNull(to),
    at,
    seal_in: sealIn,
    seal_out: sealOut,
    grade,
  })),
  unbroken,
  breaks: breaks.map(({ number, event, code, explanations }) => ({ number, event, code, explanations })),
})

/** Prints the custody of an exhibit as it stands now. */
export async function printCustody({ run, say }: Shell, flags: CustodyFlags, code: string): Promise<void> {
  const shown = presentCustody(await insist(run, (context) => showCustody(context, code)))
  if (flags.json) return printJson(promised(shown))
  const { exhibit, label, kind, said, custodian, ended, events, breaks, unbroken, offer } = shown
  print(`${exhibit}\t${say(`custody.kind.${kind}`)}\t${label}`)
  const item = itemText(said)
  if (item !== '') print(oneLine(item))
  for (const { number, at, purpose, from, to, sealIn, sealOut, grade } of events) {
    const seals = [sealIn, sealOut].map((seal) => oneLine(seal ?? '–')).join(' → ')
    const sides = `${oneLine(sideText(from)) || '–'} → ${oneLine(sideText(to)) || '–'}`
    print(
      [
        number,
        at ?? say('custody.paper.not_stated'),
        say(`word.custody_purpose.${purpose}`),
        sides,
        seals,
        say(`word.custody_grade.${grade}`),
      ].join('\t'),
    )
  }
  for (const { number, code: word, explanations } of breaks)
    print(
      `! ${number}\t${say(`word.custody_break.${word}`)}${explanations.map(({ why }) => `\t${oneLine(why)}`).join('')}`,
    )
  if (unbroken) print(say('shell.custody_unbroken'))
  if (offer) print(say('shell.custody_offered', { to: sideText(offer.to) }))
  print(
    ended === null
      ? say('shell.custody_held_by', { name: sideText(custodian) })
      : say('shell.custody_over', { purpose: say(`word.custody_purpose.${ended}`) }),
  )
}
