import { derivedId } from '../derived-id.ts'
import { idOf, type NodeName, nodeNamed } from './node.ts'

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const identifierOf = (code: string): string => derivedId('country', code)

let codes: ReadonlyMap<string, string> | undefined

/** A country as a node: the same everywhere, since a code of two letters is all there is to know of it. */
export const countryNode = (code: string): NodeName => nodeNamed('country', identifierOf(code))

/** The code of a country (ISO 3166-1 alpha-2) by its node; null for an identifier that follows from no code. */
export function codeOfCountry(node: NodeName): string | null {
  codes ??= new Map(
    LETTERS.flatMap((one) => LETTERS.map((other) => [identifierOf(`${one}${other}`), `${one}${other}`] as const)),
  )
  return codes.get(idOf(node)) ?? null
}
