import { useMemo } from 'react'
import { Button } from '../../common/Button.tsx'
import { Facts } from '../../common/Facts.tsx'
import tables from '../../common/Table.module.css'
import { useLanguage } from '../../frame/language.tsx'
import type { Chosen, GraphDesk } from '../desk/graph-desk.ts'
import { NodeActs } from '../parts/NodeActs.tsx'
import { TieSources } from '../parts/TieEvidence.tsx'
import { StandingSign } from '../parts/TieLine.tsx'
import type { ShownNode } from '../state/shown.ts'
import type { Words } from '../useTexts.ts'
import { byName } from './order.ts'
import styles from './Twins.module.css'
import { useRows } from './useRows.ts'

interface TwinProps {
  readonly desk: GraphDesk
  readonly words: Words
  /** Looks at something, and has the focus follow to its evidence. */
  readonly onLook: (chosen: Chosen) => void
}

/** The picture as two tables, of what it shows and of what ties it. */
export function TableTwin({ desk, words, onLook }: TwinProps) {
  const { locale } = useLanguage()
  const { nodes, edges } = desk.shown
  const sorted = useMemo(
    () => byName(nodes, ({ node }) => ({ kind: words.kind(node), name: words.name(node) }), locale),
    [nodes, words, locale],
  )
  return (
    <div className={styles.twin}>
      <NodeTable desk={desk} words={words} onLook={onLook} nodes={sorted} />
      {edges.length > 0 && <TieTable desk={desk} words={words} onLook={onLook} />}
    </div>
  )
}

function NodeTable({ desk, words, onLook, nodes }: TwinProps & { readonly nodes: readonly ShownNode[] }) {
  const { say } = useLanguage()
  const { rows, ...rest } = useRows(nodes, ({ name }) => isChosen(desk, name))
  return (
    <div>
      <table className={tables.table}>
        <caption className="unseen">{say('graph.page.nodes')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('graph.page.column.node')}</th>
            <th scope="col">{say('graph.page.column.days')}</th>
            <th scope="col" className={styles.onScreen}>
              {say('graph.page.column.acts')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((node) => (
            <tr key={node.name} data-node={node.name} aria-current={isChosen(desk, node.name) || undefined}>
              <th scope="row">
                <NodeName node={node} words={words} />
              </th>
              <td data-label={say('graph.page.column.days')}>
                {words.days(node.node) ?? <span className={tables.quiet}>{say('graph.page.undated')}</span>}
              </td>
              <td className={styles.onScreen} data-label={say('graph.page.column.acts')}>
                <NodeActs desk={desk} node={node} name={words.name(node.node)} onLook={onLook} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreRows {...rest} />
    </div>
  )
}

/** Says how many rows more there are, and shows them. */
export function MoreRows({ more, showAll }: { readonly more: number; readonly showAll: () => void }) {
  const { say, figures } = useLanguage()
  if (more === 0) return null
  return (
    <Button weight="word" onClick={showAll}>
      {say('graph.page.more_rows', { count: more, figure: figures.count(more) })}
    </Button>
  )
}

const isChosen = ({ chosen }: GraphDesk, name: string) => chosen?.what === 'node' && chosen.name === name

/** What a node is called, with what else is said of it. */
export function NodeName({ node, words }: { readonly node: ShownNode; readonly words: Words }) {
  const details = words.details(node.node)
  const { pointer } = node.node
  return (
    <>
      <strong className={styles.name}>
        <bdi>{words.name(node.node)}</bdi>
      </strong>
      <span className={styles.under}>
        <Facts>{[words.kind(node.node), ...details, pointer?.desk, pointer?.handle]}</Facts>
      </span>
    </>
  )
}

function TieTable({ desk, words, onLook }: TwinProps) {
  const { say } = useLanguage()
  const { chosen, shown } = desk
  const { rows, ...rest } = useRows(shown.edges, ({ id }) => chosen?.what === 'tie' && chosen.id === id)
  return (
    <div>
      <table className={tables.table}>
        <caption className="unseen">{say('graph.page.ties_caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('graph.page.column.from')}</th>
            <th scope="col">{say('graph.page.column.relation')}</th>
            <th scope="col">{say('graph.page.column.to')}</th>
            <th scope="col">{say('graph.page.column.days')}</th>
            <th scope="col">{say('graph.page.column.rests')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((tie) => (
            <tr key={tie.id}>
              <th scope="row">
                <bdi>{words.nameOf(tie.from)}</bdi>
              </th>
              <td data-label={say('graph.page.column.relation')}>
                <span className={styles.relation}>
                  {words.relation(tie)} <StandingSign kind={tie.kind} />
                </span>
              </td>
              <td data-label={say('graph.page.column.to')}>
                <bdi>{words.nameOf(tie.to)}</bdi>
              </td>
              <td data-label={say('graph.page.column.days')}>{words.days(tie) ?? ''}</td>
              <td data-label={say('graph.page.column.rests')}>
                <div className={styles.relation}>
                  <Facts>{[words.said(tie), tie.grade && say('graph.page.graded', { grade: tie.grade })]}</Facts>
                  <TieSources tie={tie} words={words} />
                  <Button weight="word" onClick={() => onLook({ what: 'tie', id: tie.id })}>
                    {say('graph.page.evidence')}
                    <span className="unseen">
                      {' '}
                      {words.nameOf(tie.from)} {words.relation(tie)} {words.nameOf(tie.to)}
                    </span>
                  </Button>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreRows {...rest} />
    </div>
  )
}
