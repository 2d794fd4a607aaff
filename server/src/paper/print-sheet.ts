import { createHash } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { DocumentLanguage } from '@proofmark/contract/locales'
import { type Pen, penFor } from './pen.ts'
import type { Sheet } from './sheet.ts'
import { SheetFault } from './typeset/sheet-fault.ts'
import { typefacesCover } from './typeset/typefaces.ts'
import { STANDARD, type Typesetter, typesetter } from './typeset/typesetter.ts'

export interface Printing {
  readonly standard?: string
  readonly by?: Typesetter
}

/**
 * Sets a sheet as PDF with its data attached; where no typeface can set what people wrote, it is spelled out. `sheetOf` is
 * given the hash of the data in hexadecimal. Throws `document_too_large` and `document_not_set`.
 */
export async function printSheet(
  sheetOf: (pen: Pen, hash: string) => Sheet,
  language: DocumentLanguage,
  file: string,
  attached: Uint8Array,
  { standard = STANDARD, by = typesetter }: Printing = {},
): Promise<Uint8Array> {
  const hash = createHash('sha256').update(attached).digest('hex')
  const set = (plain: boolean) => {
    const sheet = JSON.stringify(sheetOf(penFor(language, typefacesCover, plain), hash))
    return by.set({ sheet, file, attached, standard })
  }
  try {
    return await set(false)
  } catch (failure) {
    if (failure instanceof ProofmarkError && failure.cause instanceof SheetFault) return await set(true)
    throw failure
  }
}
