import { randomUUID } from 'node:crypto'
import { basename, resolve } from 'node:path'
import { ProofmarkError } from '@proofmark/contract/errors'
import { traceContactRequest } from '@proofmark/contract/schemas/trace-book'
import { contactQuery, listContacts } from '../../tracing/commands/list-contacts.ts'
import { saveContact } from '../../tracing/commands/save-contact.ts'
import { presentContact } from '../../tracing/present/contact.ts'
import { type SavedContact, standingContacts } from '../../tracing/queries/trace-book.ts'
import { COMMON, listed, needed, readArguments } from '../arguments.ts'
import { readText } from '../open-file.ts'
import { oneLine, print, printJson } from '../output.ts'
import { type Shell, withShell } from '../shell.ts'
import { typedJson } from '../typed.ts'

const FLAGS = {
  ...COMMON,
  country: { type: 'string' },
  kind: { type: 'string' },
  days: { type: 'string' },
  on: { type: 'string' },
} as const
type ContactFlags = ReturnType<typeof readArguments<typeof FLAGS>>['flags']

const DAY_MS = 24 * 60 * 60 * 1000
/** How old a verification may be before the entry is to be verified again. */
const USUAL_DAYS = 365

function dayBefore(stated: string | undefined): string {
  const days = stated === undefined ? USUAL_DAYS : Number(stated)
  if (!Number.isInteger(days) || days < 0 || days > 36_500)
    throw new ProofmarkError('value_not_listed', { field: 'days', value: stated ?? '', accepted: '0 – 36500' })
  return new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10)
}

async function list({ run, say }: Shell, flags: ContactFlags, verifiedBefore?: string): Promise<void> {
  const { country, kind, json } = flags
  const found = (await run((context) => listContacts(context, contactQuery({ country, kind, verifiedBefore })))).map(
    presentContact,
  )
  for (const each of found) {
    const { contact } = each
    if (json) printJson(each)
    else {
      const verified =
        contact.verified === null
          ? say('shell.contact_unverified')
          : say('shell.contact_verified', { on: contact.verified, by: each.verifiedBy ?? '' })
      const where = [contact.agency, contact.unit, contact.email, contact.telephone].flatMap((text) => text ?? [])
      print(
        [each.id, each.country, say(`word.contact_kind.${each.kind}`), oneLine(where.join(', ')), verified].join('\t'),
      )
    }
  }
  if (!json && found.length === 0) print(say('shell.contacts_none'))
}

async function change({ run, say }: Shell, id: string, into: (known: SavedContact) => Partial<SavedContact>) {
  await run(async (context) => {
    const known = (await standingContacts(context)).find((each) => each.id === id)
    if (!known) throw new ProofmarkError('not_found', { what: id })
    await saveContact(context, { ...known, ...into(known) })
  })
  print(say('shell.contact_saved', { id }))
}

async function save({ run, say }: Shell, flags: ContactFlags, file: string): Promise<void> {
  const text = await readText(resolve(file))
  const stated = typedJson(traceContactRequest.partial({ id: true }), basename(file), text)
  const id = stated.id ?? randomUUID()
  await run((context) => saveContact(context, { ...stated, id }))
  if (flags.json) printJson({ id })
  else print(say('shell.contact_saved', { id }))
}

/** `proofmark contact list|to-verify|save|verify|remove`: whom to ask abroad, and when that was last confirmed. */
export async function contactCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  const act = listed('contact', words[0] ?? 'list', ['list', 'to-verify', 'save', 'verify', 'remove'] as const)
  await withShell(flags, async (shell) => {
    if (act === 'list') return list(shell, flags)
    if (act === 'to-verify') return list(shell, flags, dayBefore(flags.days))
    if (act === 'save') return save(shell, flags, needed(words[1], 'FILE.json'))
    const id = needed(words[1], 'ID')
    if (act === 'remove') return change(shell, id, () => ({ removed: true }))
    const on = contactQuery({ verifiedBefore: flags.on ?? new Date().toISOString().slice(0, 10) }).verifiedBefore
    return change(shell, id, ({ contact }) => ({ contact: { ...contact, verified: on } }))
  })
}
