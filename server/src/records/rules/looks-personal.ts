import type { HELD_BACK } from '@proofmark/contract/schemas/vocabulary-pack'
import { absenceOfToken, readAbsence } from '@proofmark/domain/absence'
import { foldKey, foldTokens } from '@proofmark/domain/fold'
import { makeNamed } from '@proofmark/domain/make'
import { readType } from '@proofmark/domain/type'

/** Titles that stand before a person's name, folded. */
const TITLES: ReadonlySet<string> = new Set(
  'mr mrs ms miss dr prof sr sra srta senhor senhora señor senor senora dom dona m mme mlle monsieur madame herr frau г госп gospodin gospodja السيد السيده الدكتور'.split(
    ' ',
  ),
)
/** Words of firms and of firearms: whatever stands beside one is no person's name. */
const FIRMS: ReadonlySet<string> = new Set(
  'sa ltda ltd inc co llc gmbh ag spa srl cia arms armas armes waffen weapons industries industria industrias fabrica manufacture werke factory arsenal company companhia mod model modelo gun guns rifle pistol cal mm'.split(
    ' ',
  ),
)
const DOCUMENT =
  /\d{6,}|\d{2,}[./-]\d{3,}|\d{3}\.\d{3}|[\w.+-]+@[\w-]+\.\w|\+\d[\d ()-]{6,}|(?:^|\W)(?:rg|cpf|cnh|dni|nif|cni|passport|passaporte|id|bo|inq|proc)\W*\d{3,}/iu

/**
 * Does a text look like a person's name or like the number of a document, a telephone or an address of mail? It is held
 * back from a pack until its maker says otherwise: better one maker's name too many than one person's. A word alone is
 * no name of a person, nor is anything in which a make, a firm or a firearm is named.
 */
export function looksPersonal(text: string): (typeof HELD_BACK)[number] | null {
  if (DOCUMENT.test(text)) return 'document'
  const tokens = foldTokens(text)
  if (tokens.some((token) => TITLES.has(token)) && tokens.length > 1) return 'person'
  const words = text.split(/[\s,;]+/u).filter((word) => /^\p{L}[\p{L}\p{M}.'’-]*$/u.test(word))
  if (words.length < 2 || words.length !== text.trim().split(/[\s,;]+/u).length) return null
  if (words.filter((word) => word.replace(/\P{L}/gu, '').length > 1).length < 2) return null
  const known = (token: string) => FIRMS.has(token) || makeNamed(token) !== null || absenceOfToken(token) !== null
  if (tokens.some(known) || makeNamed(foldKey(text)) || readAbsence(text) !== null) return null
  return readType(text).type.said === 'unread' ? 'person' : null
}
