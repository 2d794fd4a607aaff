import { reformat } from '../../mix/serial-format.ts'
import { type Distribution, distributionOf } from './distribution.ts'

/** Characters that no serial has before it is written otherwise. */
const WRITTEN_OTHERWISE = /[^A-Z0-9?]/
const LABEL = /^(?:No\.? ?|SN:? ?|S\/N |[nN]º ?)/

/** Can only another form of a serial read so? */
export const isWrittenOtherwise = (read: string): boolean => WRITTEN_OTHERWISE.test(read)

/** The serials of which something that was read may be another form. */
export function plainForms(read: string): string[] {
  const plain = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return LABEL.test(read) ? [plain(read), plain(read.replace(LABEL, ''))] : [plain(read)]
}

/** Forms by serial; only serials that a form may be of are asked for, and those again and again. */
export class Forms {
  readonly #of = new Map<string, Distribution<string>>()

  /** How probable it is that a serial is written so. */
  probability(serial: string, read: string): number {
    if (!isWrittenOtherwise(read) && !LABEL.test(read)) return 0
    if (!plainForms(read).includes(serial)) return 0
    const forms = this.#of.get(serial) ?? distributionOf((chances) => reformat(serial, chances))
    this.#of.set(serial, forms)
    return forms.get(read) ?? 0
  }
}
