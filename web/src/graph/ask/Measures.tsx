import type { GraphMeasures } from '@proofmark/contract/schemas/graph'
import { useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import { numbered } from '../../common/numbered.ts'
import { useDoing } from '../../common/useDoing.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import type { GraphDesk } from '../desk/graph-desk.ts'
import type { Words } from '../useTexts.ts'
import styles from './Ask.module.css'
import { weekAgo } from './week-ago.ts'

/** Which of what is drawn hangs together, and what alone joins it. Persons are never measured. */
export function Measures({ desk, words }: { readonly desk: GraphDesk; readonly words: Words }) {
  const { say, figures } = useLanguage()
  const [answer, setAnswer] = useState<GraphMeasures | null>(null)
  const doing = useDoing()
  const nodes = desk.shown.nodes.map(({ name }) => name)
  const ask = () =>
    doing.act(async () => {
      const { relevance, within } = desk.narrowing()
      const since = weekAgo()
      const asked = { nodes: nodes.slice(0, 2_000), relevance, within, since, grounds: desk.grounds }
      setAnswer(await api('graphMeasures', asked))
    })
  return (
    <div className={styles.form}>
      <p className={styles.definition}>{say('graph.page.measures_told')}</p>
      <span>
        <Button disabled={nodes.length === 0} onClick={ask}>
          {say('graph.page.measure')}
        </Button>
      </span>
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      {answer && (
        <div className={styles.answer}>
          <p className={styles.definition}>{answer.definition}</p>
          <p role="status">
            {say('graph.page.components', {
              count: answer.components.length,
              figure: figures.count(answer.components.length),
            })}
          </p>
          <ol className={styles.findings}>
            {numbered(answer.components).map(({ place, value }) => (
              <li key={place}>
                <p>{say('graph.page.component', { count: value.size, figure: figures.count(value.size) })}</p>
                <p className={styles.definition}>
                  <bdi>{figures.list(value.nodes.slice(0, 12).map(words.nameOf))}</bdi>
                </p>
              </li>
            ))}
          </ol>
          {answer.joined.length > 0 && (
            <p>
              {say('graph.page.joined', { count: answer.joined.length, figure: figures.count(answer.joined.length) })}
            </p>
          )}
          <p>
            {say('graph.page.bridges', { count: answer.bridges.length, figure: figures.count(answer.bridges.length) })}
          </p>
          <ul className={styles.findings}>
            {answer.bridges.map(({ edge, from, to, apart: [one, other] }) => (
              <li key={edge}>
                <p>
                  {say('graph.page.bridge', {
                    from: words.nameOf(from),
                    to: words.nameOf(to),
                    count: one,
                    one: figures.count(one),
                    other: figures.count(other),
                  })}
                </p>
                {desk.known.edges.has(edge) && (
                  <Button weight="word" onClick={() => desk.choose({ what: 'tie', id: edge })}>
                    {say('graph.page.evidence')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
