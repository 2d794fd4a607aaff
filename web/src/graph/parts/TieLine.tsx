import type { GraphEdge } from '@proofmark/contract/schemas/graph'
import { useLanguage } from '../../frame/language.tsx'
import type { Words } from '../useTexts.ts'
import styles from './Parts.module.css'

type Tie = Pick<GraphEdge, 'from' | 'to' | 'relation' | 'kind'>

/** A tie in words, from the one end to the other, and whether it is a fact, an assessment or a lead. */
export function TieLine({ tie, words }: { readonly tie: Tie; readonly words: Words }) {
  return (
    <span className={styles.tie}>
      <bdi>{words.nameOf(tie.from)}</bdi>
      <StandingSign kind={tie.kind} />
      <span>{words.relation(tie)}</span>
      <bdi>{words.nameOf(tie.to)}</bdi>
    </span>
  )
}

/** The line of a standing as the picture draws it, with its word. */
export function StandingSign({ kind }: Pick<GraphEdge, 'kind'>) {
  const { say } = useLanguage()
  return (
    <span className={styles.standing} data-standing={kind}>
      {say(`graph.standing.${kind}`)}
    </span>
  )
}
