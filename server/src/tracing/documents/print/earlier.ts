import type { TraceReplyMessage } from '@proofmark/contract/schemas/trace-message'
import type { LeaveReason } from '@proofmark/domain/may-leave'
import type { Pen } from '../../../paper/pen.ts'
import type { Line, Section } from '../../../paper/sheet.ts'
import type { Leaving } from '../dossier.ts'

function answered(pen: Pen, reply: TraceReplyMessage | { readonly withheld: LeaveReason }): Line[] {
  if ('withheld' in reply)
    return pen.words('document.withheld', { reason: pen.say(`document.leave.${reply.withheld}`) })
  return [
    ...pen.words(`document.reply_kind.${reply.kind}`),
    ...(reply.outcome === null ? [] : pen.words(`document.outcome.${reply.outcome}`)),
    ...pen.told(reply.lastLawfulHolder),
    ...pen.moment(reply.repliedAt),
  ]
}

/** The chain so far: whom this firearm was asked of, and what came back, as far as this document’s readers may know. */
export function earlierSection(pen: Pen, earlier: Leaving['earlier']): Section[] {
  if (earlier.length === 0) return []
  const heading = (name: string, share: number) => ({ heading: pen.say(`document.field.${name}`), share })
  const shown = earlier.flatMap((hop) => ('withheld' in hop ? [] : [hop]))
  const reasons = earlier.flatMap((hop) => ('withheld' in hop ? [hop.withheld] : []))
  return [
    {
      title: pen.say('document.section.chain'),
      paragraph: null,
      mark: null,
      fields: [],
      grid:
        shown.length === 0
          ? null
          : {
              columns: [
                heading('addressee', 4),
                heading('requested_at', 3),
                heading('request_id', 4),
                heading('kind', 5),
              ],
              rows: shown.map(({ request, replies }) => [
                [...pen.country(request.addressee.country), ...pen.words(`document.role.${request.addressee.role}`)],
                pen.moment(request.requestedAt),
                pen.id(request.id),
                replies.length === 0
                  ? pen.words('document.no_reply')
                  : replies.flatMap((reply) => answered(pen, reply)),
              ]),
            },
      notes: [...new Set(reasons)].flatMap((reason) =>
        pen.words('document.withheld_request', { reason: pen.say(`document.leave.${reason}`) }),
      ),
    },
  ]
}
