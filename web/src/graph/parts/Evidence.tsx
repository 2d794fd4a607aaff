import type { GraphEdge, NodeName } from '@proofmark/contract/schemas/graph'
import { useEffect, useRef } from 'react'
import { Button } from '../../common/Button.tsx'
import { Facts } from '../../common/Facts.tsx'
import { Identifier } from '../../common/Identifier.tsx'
import { Go } from '../../frame/Go.tsx'
import { useLanguage } from '../../frame/language.tsx'
import type { Chosen, GraphDesk } from '../desk/graph-desk.ts'
import { type Bundle, bundlesOf, bundleWith } from '../state/bundles.ts'
import type { ShownNode } from '../state/shown.ts'
import type { Words } from '../useTexts.ts'
import { placeOfEvidence } from './evidence-place.ts'
import { NodeActs } from './NodeActs.tsx'
import styles from './Parts.module.css'
import { RecordLinks } from './RecordLinks.tsx'
import { RecordNamed } from './RecordNamed.tsx'
import { TieEvidence } from './TieEvidence.tsx'
import { TieLine } from './TieLine.tsx'

interface EvidenceProps {
  readonly desk: GraphDesk
  readonly words: Words
  /** Raised whenever the evidence is asked for, so that the focus goes there. */
  readonly asked: number
  /** Looks at something else, and has the focus follow. */
  readonly onLook: (chosen: Chosen) => void
  /** Goes back to where the evidence was asked for from. */
  readonly onBack: () => void
}

/** What stands behind the node or tie that is looked at: its facts, its ties, and the records that they rest on. */
export function Evidence({ desk, words, asked, onLook, onBack }: EvidenceProps) {
  const { say } = useLanguage()
  const { chosen, shown, known } = desk
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (asked > 0) heading.current?.focus()
  }, [asked])
  const node = chosen?.what === 'node' ? shown.nodes.find(({ name }) => name === chosen.name) : undefined
  const tie = chosen?.what === 'tie' ? known.edges.get(chosen.id) : undefined
  // What is narrowed away is in no line, and can be looked at from an answer.
  const bundle = tie && (bundleWith(shown.bundles, tie.id) ?? bundlesOf([tie])[0])
  return (
    <aside
      className={styles.evidence}
      aria-label={say('graph.page.evidence')}
      onKeyDown={({ key }) => key === 'Escape' && onBack()}
    >
      {node === undefined && bundle === undefined && <p className={styles.quiet}>{say('graph.page.nothing_chosen')}</p>}
      {node && (
        <>
          <h3 ref={heading} tabIndex={-1}>
            <bdi>{words.name(node.node)}</bdi>
          </h3>
          <NodeEvidence desk={desk} node={node} words={words} onLook={onLook} />
        </>
      )}
      {bundle && (
        <>
          <h3 ref={heading} tabIndex={-1}>
            {words.relations(bundle)}
          </h3>
          <BundleEvidence bundle={bundle} words={words} onLook={onLook} />
        </>
      )}
      {(node || bundle) && asked > 0 && (
        <p>
          <Button weight="word" onClick={onBack}>
            {say('graph.page.back')}
          </Button>
        </p>
      )}
    </aside>
  )
}

/** Every tie that a line stands for, each with what it rests on. */
function BundleEvidence({ bundle, words, onLook }: { readonly bundle: Bundle } & Leading) {
  const { say, figures } = useLanguage()
  const { length } = bundle.ties
  return (
    <>
      {length > 1 && (
        <p className={styles.facts}>
          {say('graph.page.several_told', {
            count: length,
            figure: figures.count(length),
            standing: say(`graph.standing.${bundle.kind}`),
          })}
        </p>
      )}
      <Ties ties={bundle.ties} words={words} here={null} onLook={onLook} />
    </>
  )
}

interface Leading {
  readonly words: Words
  readonly onLook: EvidenceProps['onLook']
}

interface TiesProps extends Leading {
  readonly ties: readonly GraphEdge[]
  /** The node that is looked at: it leads nowhere. */
  readonly here: NodeName | null
}

function Ties({ ties, words, here, onLook }: TiesProps) {
  return (
    <ul className={styles.ties}>
      {ties.map((tie) => (
        <li key={tie.id}>
          <TieLine tie={tie} words={words} here={here} onEnd={(name) => onLook({ what: 'node', name })} />
          <TieEvidence tie={tie} words={words} />
        </li>
      ))}
    </ul>
  )
}

interface NodeEvidenceProps extends Leading {
  readonly desk: GraphDesk
  readonly node: ShownNode
}

function NodeEvidence({ desk, node, words, onLook }: NodeEvidenceProps) {
  const { say, figures } = useLanguage()
  const { pointer, records, kind } = node.node
  const ties = desk.shown.bundles.flatMap(({ from, to, ties: together }) =>
    from === node.name || to === node.name ? together : [],
  )
  const place = placeOfEvidence(node.node)
  return (
    <>
      <p className={styles.facts}>
        <Facts>
          {[
            words.kind(node.node),
            ...words.details(node.node),
            // What was told says its own days.
            pointer === null && words.days(node.node),
            node.node.protected && say('graph.page.protected_person'),
          ].map((fact) => fact || null)}
        </Facts>
      </p>
      {pointer && (
        <dl className={styles.door}>
          <dt>{say('graph.page.door_agency')}</dt>
          <dd>
            <bdi>{pointer.agency}</bdi>
          </dd>
          <dt>{say('graph.page.door_desk')}</dt>
          <dd>
            <bdi>{pointer.desk}</bdi>
          </dd>
          <dt>{say('graph.page.door_handle')}</dt>
          <dd>
            <Identifier mono>{pointer.handle}</Identifier>
          </dd>
        </dl>
      )}
      {place && (
        <p>
          <Go to={place}>{say('graph.page.open', { kind: words.kind(node.node) })}</Go>
        </p>
      )}
      {records.length > 0 && kind !== 'record' && <RecordLinks records={records} />}
      <NodeActs desk={desk} node={node} name={words.name(node.node)} />
      {kind === 'named_person' && <RecordNamed desk={desk} node={node} />}
      <h4>{say('graph.page.ties', { count: ties.length, figure: figures.count(ties.length) })}</h4>
      <Ties ties={ties} words={words} here={node.name} onLook={onLook} />
    </>
  )
}
