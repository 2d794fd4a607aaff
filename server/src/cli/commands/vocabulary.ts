import { sayReason } from '@proofmark/contract/proposal-words'
import { vocabularyDecideRequest, vocabularyWithdrawRequest } from '@proofmark/contract/schemas/vocabulary'
import { VOCABULARY_FIELDS } from '@proofmark/domain/vocabulary-field'
import { decideText } from '../../records/commands/decide-text.ts'
import { withdrawDecision } from '../../records/commands/withdraw-decision.ts'
import { presentDecisions, presentProposals, presentQueue } from '../../records/present/vocabulary.ts'
import { proposals } from '../../records/queries/proposals.ts'
import { unreadQueue } from '../../records/queries/unread-queue.ts'
import { listDecisions } from '../../records/queries/vocabulary.ts'
import { COMMON, listed, needed, readArguments } from '../arguments.ts'
import { print, printJson } from '../output.ts'
import { type Shell, withShell } from '../shell.ts'
import { typed } from '../typed.ts'
import { packAction } from '../vocabulary-pack.ts'

const FLAGS = {
  ...COMMON,
  agency: { type: 'string' },
  field: { type: 'string' },
  make: { type: 'string' },
  code: { type: 'string' },
  said: { type: 'string' },
  name: { type: 'string' },
  country: { type: 'string' },
  licence: { type: 'string' },
  provenance: { type: 'string' },
  include: { type: 'string' },
  take: { type: 'string' },
} as const
const ACTIONS = ['queue', 'decided', 'decide', 'withdraw', 'propose', 'pack'] as const
const PAGE = 50
const PROPOSED = 20

interface Asked {
  readonly agency: string | undefined
  readonly field: (typeof VOCABULARY_FIELDS)[number] | undefined
  readonly json: boolean | undefined
}

async function showQueue({ run, say }: Shell, { agency, field, json }: Asked): Promise<void> {
  const queue = presentQueue(await run((context) => unreadQueue(context, { agency, field, limit: PAGE })))
  for (const text of queue.texts) {
    const means = text.suggestions.map(({ code, name }) => `${code} (${name})`).join(', ')
    if (json) printJson(text)
    else print([text.records, text.field, text.makeName ?? '', text.text, means].join('\t'))
  }
  if (!json) print(say('shell.vocabulary_waiting', { waiting: queue.waiting, decided: queue.decided }))
}

async function showDecided({ run }: Shell, { agency, field, json }: Asked): Promise<void> {
  const found = await run((context) => listDecisions(context, { agency, field, limit: 200 }))
  for (const each of presentDecisions(found, 200).decisions) {
    if (json) printJson(each)
    else print([each.field, each.makeName ?? '', each.text, each.code ?? each.said, each.by, each.at].join('\t'))
  }
}

/** The texts that wait, each with what it may mean and why. */
async function showProposals({ run, say }: Shell, { agency, field, json }: Asked): Promise<void> {
  const { texts } = await run((context) => unreadQueue(context, { agency, field, limit: PROPOSED }))
  const asked = texts.map(({ field, make, spellings }) => ({
    field,
    text: spellings[0]!.text,
    make: make ?? undefined,
  }))
  if (asked.length === 0) return
  const proposed = presentProposals(await run((context) => proposals(context, { texts: asked, agency })))
  for (const [at, { proposals: found }] of proposed.texts.entries()) {
    const { field, text } = asked[at]!
    const { records } = texts[at]!
    if (json) printJson({ field, text, records, proposals: found })
    else
      for (const { code, said, name, strength, reasons } of found) {
        const why = reasons.map((reason) => sayReason(say, reason)).join('; ')
        print([records, field, text, code ?? said, name ?? '', say(`vocabulary.strength.${strength}`), why].join('\t'))
      }
  }
}

/** `proofmark vocabulary [queue|decided|propose]`, `proofmark vocabulary pack …`, `proofmark vocabulary decide|withdraw FIELD TEXT …`. */
export async function vocabularyCommand(args: readonly string[]): Promise<void> {
  const { flags, words } = readArguments(args, FLAGS)
  const action = listed('vocabulary', words[0] ?? 'queue', ACTIONS)
  const { agency, make, code, said, name, country, json } = flags
  const field = flags.field === undefined ? undefined : listed('field', flags.field, VOCABULARY_FIELDS)
  await withShell(flags, async (shell) => {
    if (action === 'queue') return showQueue(shell, { agency, field, json })
    if (action === 'decided') return showDecided(shell, { agency, field, json })
    if (action === 'propose') return showProposals(shell, { agency, field, json })
    if (action === 'pack') return packAction(shell, words.slice(1), flags)
    const which = {
      field: needed(words[1], 'FIELD'),
      text: needed(words[2], 'TEXT'),
      ...(make === undefined ? {} : { make }),
      ...(agency === undefined ? {} : { agency }),
    }
    const { decision } =
      action === 'withdraw'
        ? await shell.run((context) => withdrawDecision(context, typed(vocabularyWithdrawRequest, which)))
        : await shell.run((context) => {
            const named = name === undefined ? { code: needed(code, '--code') } : { name, ...(country && { country }) }
            const means = said === undefined ? named : { said }
            return decideText(context, typed(vocabularyDecideRequest, { ...which, means }))
          })
    if (json) printJson({ decision })
    else print(shell.say('shell.vocabulary_decided', { decision }))
  })
}
