import { STANDINGS } from '@proofmark/contract/case-words'
import { useLanguage } from '../../frame/language.tsx'
import { CORNERS, FILLS, SHAPES, type Shape, shapeOf } from '../picture/shapes.ts'
import type { Shown } from '../state/shown.ts'
import { StandingSign } from './TieLine.tsx'
import styles from './Toolbar.module.css'

/** What the shapes and lines of this picture mean; those that it does not have are left out. */
export function Legend({ nodes, edges }: Shown) {
  const { say } = useLanguage()
  const shapes = new Set(nodes.map(({ node }) => shapeOf(node)))
  const standings = new Set(edges.map(({ kind }) => kind))
  return (
    <ul className={styles.legend}>
      {SHAPES.filter((shape) => shapes.has(shape)).map((shape) => (
        <li key={shape}>
          <Sign shape={shape} />
          {say(`graph.page.shape.${shape}`)}
        </li>
      ))}
      {STANDINGS.filter((standing) => standings.has(standing)).map((standing) => (
        <li key={standing}>
          <StandingSign kind={standing} />
          {say(`graph.page.standing_means.${standing}`)}
        </li>
      ))}
    </ul>
  )
}

function Sign({ shape }: { readonly shape: Shape }) {
  const corners = CORNERS[shape]
  return (
    <svg viewBox="-1.2 -1.2 2.4 2.4" aria-hidden="true" data-fill={FILLS[shape]}>
      {corners === null ? <circle r="1" /> : <polygon points={corners.map((corner) => corner.join()).join(' ')} />}
    </svg>
  )
}
