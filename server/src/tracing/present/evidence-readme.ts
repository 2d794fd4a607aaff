import type { Say } from '@proofmark/contract/messages'
import type { ExchangeEntry } from '@proofmark/proofs/exchange-leaf'
import type { EvidenceInput, EvidencePart } from '../../exchange/rules/evidence-files.ts'

/** Lines that another program may read are not turned round by the language that they stand in. */
const isolated = (text: string): string => `\u2068${text}\u2069`

function partLine({ file, what, handling, permission }: EvidencePart, say: Say): string {
  const codes = handling ? [handling.originator, handling.scheme, ...handling.codes].join(' ') : null
  return say('package.part', {
    file: isolated(file),
    what,
    handling: codes === null ? say('package.unrestricted') : isolated(codes),
    permission: permission
      ? say('package.permitted', { by: isolated(permission.by), on: permission.on ?? '–' })
      : say('package.own'),
  })
}

/** Which partners had cosigned the ledger with this message in it when the package was made. */
function cosignedLine(entry: ExchangeEntry, cosignedBy: readonly string[], say: Say): string {
  const message = isolated([entry.kind, entry.message].join(' '))
  if (cosignedBy.length === 0) return say('package.not_cosigned', { message })
  return say('package.cosigned', { message, partners: isolated(cosignedBy.join(', ')) })
}

/** The page that opens a package: what is in it, what is not, and how to check it by other means than ours. */
export function evidenceReadme(input: Omit<EvidenceInput, 'readme' | 'keys'>, say: Say): string {
  const { id, trace, authority, made, parts, leftOut, messages } = input
  const kept = leftOut.map(({ what, handling, why }) =>
    say('package.left_line', { what, handling: isolated(handling), why }),
  )
  const paragraphs = [
    [say('package.title', { trace: isolated(trace) })],
    [
      say('package.made', {
        authority: isolated(authority),
        made: isolated(made.toISOString()),
        package: isolated(id),
      }),
    ],
    [
      say('package.holds'),
      ...parts.map((part) => partLine(part, say)),
      say('package.messages', { count: messages.length }),
      ...messages.map(({ entry, cosignedBy }) => cosignedLine(entry, cosignedBy, say)),
    ],
    [say('package.left'), ...(kept.length > 0 ? kept : [say('package.left_none')])],
    [
      say('package.check'),
      say('package.check_hashes'),
      say('package.check_ledger'),
      say('package.check_signature'),
      say('package.check_tool'),
    ],
    [say('package.limits')],
  ]
  return `${paragraphs.map((lines) => lines.join('\n')).join('\n\n')}\n`
}
