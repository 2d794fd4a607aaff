import { Button } from '../../common/Button.tsx'
import { useLanguage } from '../../frame/language.tsx'
import type { GraphDesk } from '../desk/graph-desk.ts'
import { showAgain } from '../state/arrangement.ts'
import type { Words } from '../useTexts.ts'
import styles from './Toolbar.module.css'

/** What is known and not in the picture, and what the server left out, each with its reason. */
export function Away({ desk, words }: { readonly desk: GraphDesk; readonly words: Words }) {
  const { say, figures } = useLanguage()
  const { filtered, hidden, folded } = desk.shown.away
  const told = (id: string, count: number) => say(id, { count, figure: figures.count(count) })
  return (
    <div className={styles.away}>
      {filtered > 0 && <p>{told('graph.page.away.filtered', filtered)}</p>}
      {folded > 0 && <p>{told('graph.page.away.folded', folded)}</p>}
      {hidden > 0 && (
        <p>
          {told('graph.page.away.hidden', hidden)}{' '}
          <Button weight="word" onClick={() => desk.change(showAgain(desk.arrangement, [...desk.arrangement.hidden]))}>
            {say('graph.page.show_again')}
          </Button>
        </p>
      )}
      {desk.known.leftOut.length > 0 && (
        <details>
          <summary>{told('graph.page.left_out', desk.known.leftOut.length)}</summary>
          <ul>
            {desk.known.leftOut.map(({ reason, node, label, count }) => (
              <li key={`${reason} ${node}`}>
                {node !== null && (
                  <>
                    <bdi>{words.leftOut(node, label)}</bdi>
                    {figures.comma}
                  </>
                )}
                {count === null
                  ? say('graph.left_out.neighbours_of_somebody')
                  : told(`graph.left_out.${reason}`, count)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
