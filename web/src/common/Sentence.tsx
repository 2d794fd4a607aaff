import type { MessageParameters } from '@proofmark/contract/messages'
import { Fragment, type ReactNode } from 'react'
import { useLanguage } from '../frame/language.tsx'
import { numbered } from './numbered.ts'

interface SentenceProps {
  readonly id: string
  readonly parameters?: MessageParameters
  /** What stands in the sentence as more than text: a mark, an identifier, a link. By the name it has in the message. */
  readonly nodes: Readonly<Record<string, ReactNode>>
}

// Private-use characters bracket the name of a node through the message's formatting.
const OPEN = '\uE000'
const CLOSE = '\uE001'

/** A message of the catalogue with elements in it, wherever its language puts them. */
export function Sentence({ id, parameters, nodes }: SentenceProps) {
  const { say } = useLanguage()
  const places = Object.fromEntries(Object.keys(nodes).map((name) => [name, OPEN + name + CLOSE]))
  const parts = say(id, { ...parameters, ...places }).split(/\uE000(\w+)\uE001/)
  return numbered(parts).map(({ place, value }) => (
    <Fragment key={place}>{place % 2 === 1 ? nodes[value] : value}</Fragment>
  ))
}
