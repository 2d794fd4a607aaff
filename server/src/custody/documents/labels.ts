import encodeQR from 'qr'
import { typesetter } from '../../paper/typeset/typesetter.ts'
import { labelCode } from '../rules/label-code.ts'

/** Three by eight on A4: what office printers and shops have everywhere. */
const ON_A_SHEET = 24
/** Labels are glued on and not archived. */
const STANDARD = '1.7'

/**
 * Sheets of labels as PDF: of each exhibit its code as QR and in letters, and no data. `skip`: labels already taken off the first
 * sheet. Throws `document_too_large`, `document_not_set`.
 */
export function printLabels(exhibits: readonly string[], skip = 0): Promise<Uint8Array> {
  const labels = exhibits.map((exhibit) => {
    const code = labelCode(exhibit)
    return { code, image: encodeQR(code, 'svg', { ecc: 'medium', border: 2 }) }
  })
  const sheet = JSON.stringify({ skip: skip % ON_A_SHEET, labels })
  return typesetter.set({
    form: 'labels.typ',
    sheet,
    file: 'labels.json',
    attached: Buffer.from('{}'),
    standard: STANDARD,
  })
}
