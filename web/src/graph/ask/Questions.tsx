import { GRAPH_QUESTIONS, type GraphQuestion } from '@proofmark/contract/case-words'
import type { GraphFindings } from '@proofmark/contract/schemas/graph'
import { useMemo, useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { Facts } from '../../common/Facts.tsx'
import { Failed } from '../../common/Failed.tsx'
import { Field } from '../../common/Field.tsx'
import { numbered } from '../../common/numbered.ts'
import { useDoing } from '../../common/useDoing.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import { learn } from '../state/known.ts'
import type { GraphDesk } from '../useGraph.ts'
import { useWords } from '../useTexts.ts'
import styles from './Ask.module.css'
import { Draw } from './Connect.tsx'
import { Paths } from './Paths.tsx'
import { weekAgo } from './week-ago.ts'

/** So many nodes can be asked about at once. */
const MOST = 50

/** Questions as buttons, asked about what is looked at, else about all that is pinned. */
export function Questions({ desk }: { readonly desk: GraphDesk }) {
  const { say, figures } = useLanguage()
  const [since, setSince] = useState(weekAgo)
  const [findings, setFindings] = useState<GraphFindings | null>(null)
  const doing = useDoing()
  const { chosen, shown } = desk
  const pinned = shown.nodes.filter(({ spot }) => spot.pinned)
  const about =
    chosen?.what === 'node' ? [chosen.name] : (pinned.length > 0 ? pinned : shown.nodes).map(({ name }) => name)
  const ask = (question: GraphQuestion) =>
    doing.act(async () =>
      setFindings(
        await api('graphAsk', {
          question,
          nodes: about.slice(0, MOST),
          ...(question === 'changed_since' && { since }),
          ...desk.narrowing(),
          grounds: desk.grounds,
        }),
      ),
    )
  return (
    <div className={styles.form}>
      <p className={styles.definition}>
        {say(chosen?.what === 'node' ? 'graph.page.asked_of_one' : 'graph.page.asked_of', {
          count: about.length,
          figure: figures.count(about.length),
        })}
      </p>
      <ul className={styles.questions}>
        {GRAPH_QUESTIONS.map((question) => (
          <li key={question}>
            <Button
              disabled={about.length === 0 || (question === 'changed_since' && since === '')}
              onClick={() => ask(question)}
            >
              {say(`graph.question.${question}`)}
            </Button>
            <p className={styles.definition}>{say(`connect.definition.${question}`)}</p>
          </li>
        ))}
      </ul>
      <Field label={say('graph.page.since')}>
        {(control) => (
          <input
            {...control}
            type="date"
            name="since"
            value={since}
            onChange={(event) => setSince(event.target.value)}
          />
        )}
      </Field>
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      {findings && <Findings desk={desk} findings={findings} />}
    </div>
  )
}

function Findings({ desk, findings }: { readonly desk: GraphDesk; readonly findings: GraphFindings }) {
  const { say } = useLanguage()
  const known = useMemo(() => learn(desk.known, findings.graph), [desk.known, findings.graph])
  const words = useWords(known)
  return (
    <div className={styles.answer}>
      <h3>{say(`graph.question.${findings.question}`)}</h3>
      <p className={styles.definition}>{findings.definition}</p>
      <p role="status">{say('graph.page.findings', { count: findings.findings.length })}</p>
      {findings.findings.length > 0 && <Draw desk={desk} graph={findings.graph} />}
      <ol className={styles.findings}>
        {numbered(findings.findings).map(({ place, value }) => (
          <li key={place}>
            <p>{words.worded(value)}</p>
            <p className={styles.definition}>
              <Facts>{value.nodes.map(words.nameOf)}</Facts>
            </p>
            <Paths paths={value.paths} words={words} known={known} />
          </li>
        ))}
      </ol>
    </div>
  )
}
