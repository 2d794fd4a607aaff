import type { GraphEdge, NodeName } from '@proofmark/contract/schemas/graph'
import { Button } from '../../common/Button.tsx'
import { useLanguage } from '../../frame/language.tsx'
import type { Words } from '../useTexts.ts'
import styles from './Parts.module.css'

type Tie = Pick<GraphEdge, 'from' | 'to' | 'relation' | 'kind'>

interface TieLineProps {
  readonly tie: Tie
  readonly words: Words
  /** The node that is looked at already. */
  readonly here?: NodeName | null
  /** Looks at one of its ends; without it they are words alone. */
  readonly onEnd?: (name: NodeName) => void
}

/** A tie in words, from the one end to the other, and whether it is a fact, an assessment or a lead. */
export function TieLine({ tie, words, here = null, onEnd }: TieLineProps) {
  const end = (name: NodeName) =>
    onEnd === undefined || name === here ? (
      <bdi>{words.nameOf(name)}</bdi>
    ) : (
      <Button weight="word" onClick={() => onEnd(name)}>
        <bdi>{words.nameOf(name)}</bdi>
      </Button>
    )
  return (
    <span className={styles.tie}>
      {end(tie.from)}
      <StandingSign kind={tie.kind} />
      <span>{words.relation(tie)}</span>
      {end(tie.to)}
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
