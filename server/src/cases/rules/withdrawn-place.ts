import { keyedHash } from '../../records/rules/keyed-hash.ts'
import { derivedId } from './derived-id.ts'

/**
 * The compartment in which an agency keeps what it withdrew from a case. Under the installation's secret: whoever could work it out
 * might open it first, as a compartment or as a case of their own, and would lead it.
 */
export const withdrawnPlace = (secret: Buffer, file: string, agency: string): string =>
  derivedId(file, `withdrawn by ${agency} ${keyedHash(secret, `withdrawn\0${file}\0${agency}`).toString('hex')}`)

/** Where it was before that, which anybody in the case can work out. */
export const formerWithdrawnPlace = (file: string, agency: string): string => derivedId(file, `withdrawn by ${agency}`)
