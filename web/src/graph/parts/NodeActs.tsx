import { Button } from '../../common/Button.tsx'
import { useLanguage } from '../../frame/language.tsx'
import type { Chosen, GraphDesk } from '../desk/graph-desk.ts'
import { leftFigure } from '../left-figure.ts'
import { fold, hide, pin } from '../state/arrangement.ts'
import type { ShownNode } from '../state/shown.ts'
import styles from './Parts.module.css'

interface NodeActsProps {
  readonly desk: GraphDesk
  readonly node: ShownNode
  /** What it is called, for whoever hears the buttons of many. */
  readonly name: string
  /** Opens its evidence; without it, that is open already. */
  readonly onLook?: (chosen: Chosen) => void
}

/** All that can be done with a node: the same beside the picture, in the table and in the timeline. */
export function NodeActs({ desk, node: { name: node, spot, left, folded }, name, onLook }: NodeActsProps) {
  const { say, figures } = useLanguage()
  const { arrangement, change } = desk
  return (
    <span className={styles.acts}>
      {onLook && (
        <Act name={name} onClick={() => onLook({ what: 'node', name: node })}>
          {say('graph.page.evidence')}
        </Act>
      )}
      <Act name={name} onClick={() => desk.expand([node])}>
        {left !== 0 ? say('graph.page.expand_left', leftFigure(left, say, figures)) : say('graph.page.expand')}
      </Act>
      <Act name={name} onClick={() => change(fold(arrangement, node, !spot.collapsed))}>
        {spot.collapsed
          ? say('graph.page.unfold', { count: folded, figure: figures.count(folded) })
          : say('graph.page.fold')}
      </Act>
      <Act name={name} onClick={() => change(pin(arrangement, node, !spot.pinned))}>
        {say(spot.pinned ? 'graph.page.unpin' : 'graph.page.pin')}
      </Act>
      <Act name={name} onClick={() => change(hide(arrangement, [node]))}>
        {say('graph.page.hide')}
      </Act>
    </span>
  )
}

interface ActProps {
  readonly name: string
  readonly onClick: () => void
  readonly children: string
}

function Act({ name, onClick, children }: ActProps) {
  return (
    <Button weight="word" onClick={onClick}>
      {children}
      <span className="unseen"> {name}</span>
    </Button>
  )
}
