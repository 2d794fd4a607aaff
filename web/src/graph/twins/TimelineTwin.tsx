import type { GraphEdge } from '@proofmark/contract/schemas/graph'
import { useMemo } from 'react'
import { Button } from '../../common/Button.tsx'
import { useLanguage } from '../../frame/language.tsx'
import type { Chosen, GraphDesk } from '../desk/graph-desk.ts'
import { NodeActs } from '../parts/NodeActs.tsx'
import { TieLine } from '../parts/TieLine.tsx'
import type { ShownNode } from '../state/shown.ts'
import type { Words } from '../useTexts.ts'
import { byName, type Happening, timelineOf } from './order.ts'
import { NodeName } from './TableTwin.tsx'
import styles from './Twins.module.css'

interface TwinProps {
  readonly desk: GraphDesk
  readonly words: Words
  /** Looks at something, and has the focus follow to its evidence. */
  readonly onLook: (chosen: Chosen) => void
}

/** The picture in the order of time; what has no day stands after it. */
export function TimelineTwin({ desk, words, onLook }: TwinProps) {
  const { say, figures, locale } = useLanguage()
  const { dated, undated, undatedTies } = useMemo(() => {
    const { undated: nodes, ...rest } = timelineOf(desk.shown)
    return {
      ...rest,
      undated: byName(nodes, ({ node }) => ({ kind: words.kind(node), name: words.name(node) }), locale),
    }
  }, [desk.shown, words, locale])
  return (
    <div className={styles.twin}>
      {dated.length === 0 && <p>{say('graph.page.nothing_dated')}</p>}
      <ol className={styles.timeline}>
        {dated.map((each) => (
          <li key={each.what === 'node' ? each.node.name : each.tie.id}>
            <p className={styles.day}>{words.days(each.what === 'node' ? each.node.node : each.tie)}</p>
            <Line each={each} desk={desk} words={words} onLook={onLook} />
          </li>
        ))}
      </ol>
      {undated.length > 0 && (
        <>
          <h3>{say('graph.page.undated_nodes', { count: undated.length, figure: figures.count(undated.length) })}</h3>
          <ul className={styles.timeline}>
            {undated.map((node) => (
              <li key={node.name}>
                <p className={styles.day}>{say('graph.page.undated')}</p>
                <NodeLine node={node} desk={desk} words={words} onLook={onLook} />
              </li>
            ))}
          </ul>
        </>
      )}
      {undatedTies.length > 0 && (
        <>
          <h3>
            {say('graph.page.undated_ties', { count: undatedTies.length, figure: figures.count(undatedTies.length) })}
          </h3>
          <ul className={styles.timeline}>
            {undatedTies.map((tie) => (
              <li key={tie.id}>
                <p className={styles.day}>{say('graph.page.undated')}</p>
                <TieOfLine tie={tie} desk={desk} words={words} onLook={onLook} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function Line({ each, desk, words, onLook }: TwinProps & { readonly each: Happening }) {
  return each.what === 'node' ? (
    <NodeLine node={each.node} desk={desk} words={words} onLook={onLook} />
  ) : (
    <TieOfLine tie={each.tie} desk={desk} words={words} onLook={onLook} />
  )
}

function TieOfLine({ tie, words, onLook }: TwinProps & { readonly tie: GraphEdge }) {
  const { say } = useLanguage()
  return (
    <div>
      <TieLine tie={tie} words={words} />
      <Button weight="word" onClick={() => onLook({ what: 'tie', id: tie.id })}>
        {say('graph.page.evidence')}
        <span className="unseen">
          {' '}
          {words.nameOf(tie.from)} {words.relation(tie)} {words.nameOf(tie.to)}
        </span>
      </Button>
    </div>
  )
}

function NodeLine({ node, desk, words, onLook }: TwinProps & { readonly node: ShownNode }) {
  return (
    <div>
      <NodeName node={node} words={words} />
      <NodeActs desk={desk} node={node} name={words.name(node.node)} onLook={onLook} />
    </div>
  )
}
