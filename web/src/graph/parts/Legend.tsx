import { useLanguage } from '../../frame/language.tsx'
import { meaningsOf } from '../meanings.ts'
import { CORNERS, FILLS, type Shape } from '../picture/shapes.ts'
import type { Shown } from '../state/shown.ts'
import { StandingSign } from './TieLine.tsx'
import styles from './Toolbar.module.css'

/** What the shapes and lines of this picture mean; those that it does not have are left out. */
export function Legend(shown: Shown) {
  const { say } = useLanguage()
  const { shapes, standings } = meaningsOf(shown, say)
  return (
    <ul className={styles.legend}>
      {shapes.map(({ shape, text }) => (
        <li key={shape}>
          <Sign shape={shape} />
          {text}
        </li>
      ))}
      {standings.map(({ standing, text }) => (
        <li key={standing}>
          <StandingSign kind={standing} />
          {text}
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
