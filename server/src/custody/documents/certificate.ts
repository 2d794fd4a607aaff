import type { Locale } from '@proofmark/contract/locales'
import { canonicalJson, type PlainData } from '@proofmark/proofs/canonical'
import { momentOf } from '../../paper/frame.ts'
import type { Pen } from '../../paper/pen.ts'
import { printSheet } from '../../paper/print-sheet.ts'
import type { Sheet } from '../../paper/sheet.ts'
import type { DisposalView } from '../commands/show-disposal.ts'
import { presentDisposal } from '../present/storage.ts'
import { fieldOf, framed, sectionOf } from './framed.ts'

function layOutCertificate(pen: Pen, { disposal, exhibits }: DisposalView, file: string, hash: string): Sheet {
  const { id, name, place, witness, signatures } = disposal
  const signed = signatures.flatMap((each) => {
    const how = pen.say(each.passkey ? 'custody.paper.by_passkey' : 'custody.paper.by_session')
    const at = each.at.toISOString().slice(0, 16).replace('T', ' ')
    return pen.told(pen.say('custody.paper.signature_line', { name: each.name, at: `${at} UTC`, how }))
  })
  return framed(pen, {
    title: pen.say('custody.paper.certificate'),
    reference: id,
    date: momentOf(signatures.at(-1)!.at.toISOString()),
    file,
    hash,
    sections: [
      sectionOf(pen.say('custody.paper.campaign'), {
        fields: [
          fieldOf(pen, 'campaign', pen.told(name)),
          fieldOf(pen, 'place', pen.told(place)),
          fieldOf(pen, 'witness', pen.told(witness ?? pen.say('custody.paper.erased'))),
          fieldOf(pen, 'signed', signed),
        ],
      }),
      sectionOf(pen.say('custody.paper.destroyed'), {
        grid: {
          columns: [
            { heading: pen.say('custody.paper.exhibit'), share: 5 },
            { heading: pen.say('custody.paper.kind'), share: 2 },
            { heading: pen.say('custody.paper.order'), share: 4 },
          ],
          rows: exhibits.map(({ view }) => {
            const order = view.orders.findLast(({ kind }) => kind === 'destroy')
            const words = order
              ? [
                  ...pen.words(`word.custody_authority.${order.authority}`),
                  ...pen.id(order.reference),
                  ...pen.day(order.on),
                ]
              : []
            return [pen.id(view.exhibit.id), pen.words(`custody.kind.${view.exhibit.kind}`), words]
          }),
        },
        notes: pen.words('custody.paper.limits'),
      }),
    ],
  })
}

/** The certificate of a campaign, as PDF/A with its data attached. Throws `document_too_large`, `document_not_set`. */
export function printCertificate(view: DisposalView, language: Locale): Promise<Uint8Array> {
  const file = 'destruction.json'
  const data = canonicalJson(JSON.parse(JSON.stringify(presentDisposal(view))) as PlainData)
  return printSheet((pen, hash) => layOutCertificate(pen, view, file, hash), language, file, data)
}
