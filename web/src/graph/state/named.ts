import type { NodeName } from '@proofmark/contract/schemas/graph'
import { MOST_ASKED } from './chunks.ts'
import type { Known } from './known.ts'

/** Somebody whom a record or a recovery names: drawn with what names them, and never asked for without it. */
export const isNamed = (name: NodeName): boolean => name.startsWith('named_person:')

export const withoutNamed = (names: readonly NodeName[]): NodeName[] => names.filter((name) => !isNamed(name))

/** Those who are named by these nodes and no others, as far as is known. */
export function namedBy({ edges }: Pick<Known, 'edges'>, names: Iterable<NodeName>): NodeName[] {
  const naming = new Set(names)
  return [...edges.values()].flatMap(({ from, to }) => (isNamed(from) && naming.has(to) ? [from] : []))
}

/** What names somebody, as far as is known. */
export const namingOf = ({ edges }: Pick<Known, 'edges'>, name: NodeName): NodeName | null =>
  [...edges.values()].find(({ from, to }) => from === name && !isNamed(to) && !/^(?:person|organisation):/.test(to))
    ?.to ?? null

const MAY_NAME = /^(?:firearm|record|recovery|person|organisation):/

/** What is drawn that may name somebody or be the same as somebody, what is asked about first: as many as one question takes. */
export function drawnBeside(
  known: Pick<Known, 'edges'>,
  drawn: Iterable<NodeName>,
  asked: readonly NodeName[],
): NodeName[] {
  const persons = new Set(asked.filter(isNamed))
  const naming = [...known.edges.values()].flatMap(({ from, to }) => (persons.has(from) && !isNamed(to) ? [to] : []))
  return [...new Set([...naming, ...drawn])].filter((name) => MAY_NAME.test(name)).slice(0, MOST_ASKED)
}
