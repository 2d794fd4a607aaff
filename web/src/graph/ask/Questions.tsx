import { GRAPH_QUESTIONS, type GraphQuestion, QUESTIONS_ABOUT } from '@proofmark/contract/case-words'
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
import type { GraphDesk } from '../desk/graph-desk.ts'
import { RecordLinks } from '../parts/RecordLinks.tsx'
import { learn } from '../state/known.ts'
import { isNamed } from '../state/named.ts'
import type { ShownNode } from '../state/shown.ts'
import { useWords, type Words } from '../useTexts.ts'
import styles from './Ask.module.css'
import { Draw } from './Connect.tsx'
import { Paths } from './Paths.tsx'
import { SupplyEvidence } from './SupplyEvidence.tsx'
import { weekAgo } from './week-ago.ts'

/** So many nodes can be asked about at once. */
const MOST = 50

/** What a question is asked about: what is looked at, else what is pinned, else all that is drawn, of what it can speak of. */
function askedAbout({ chosen, shown }: GraphDesk, question: GraphQuestion): readonly ShownNode[] {
  const about = QUESTIONS_ABOUT[question]
  // Whom records name is nobody of the inquiry until somebody records them.
  const fit = shown.nodes.filter(({ node }) => !isNamed(node.node) && (about === null || about.includes(node.kind)))
  const looked = fit.filter(({ name }) => chosen?.what === 'node' && chosen.name === name)
  const pinned = fit.filter(({ spot }) => spot.pinned)
  return looked.length > 0 ? looked : pinned.length > 0 ? pinned : fit
}

/** Questions as buttons, each with what it is asked about and how it is worked out. */
export function Questions({ desk, words }: { readonly desk: GraphDesk; readonly words: Words }) {
  const { say, figures } = useLanguage()
  const [since, setSince] = useState(weekAgo)
  const [findings, setFindings] = useState<GraphFindings | null>(null)
  const doing = useDoing()
  const ask = (question: GraphQuestion, nodes: readonly ShownNode[]) =>
    doing.act(async () => {
      setFindings(null)
      setFindings(
        await api('graphAsk', {
          question,
          nodes: nodes.slice(0, MOST).map(({ name }) => name),
          ...(question === 'changed_since' && { since }),
          ...desk.narrowing(),
          grounds: desk.grounds,
        }),
      )
    })
  return (
    <div className={styles.form}>
      <ul className={styles.questions}>
        {GRAPH_QUESTIONS.map((question) => {
          const nodes = askedAbout(desk, question)
          return (
            <li key={question}>
              <Button
                disabled={nodes.length === 0 || (question === 'changed_since' && since === '')}
                onClick={() => ask(question, nodes)}
              >
                {say(`graph.question.${question}`)}
              </Button>
              <p className={styles.definition}>
                {say('graph.page.asked_about', {
                  count: nodes.length,
                  figure: figures.count(nodes.length),
                  name: nodes[0] ? words.name(nodes[0].node) : '',
                  kinds: figures.list((QUESTIONS_ABOUT[question] ?? []).map((kind) => words.kind({ kind }))),
                })}
              </p>
              {nodes.length > MOST && (
                <p className={styles.definition}>{say('graph.page.asked_first', { most: figures.count(MOST) })}</p>
              )}
              {question === 'changed_since' && (
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
              )}
              <details className={styles.definition}>
                <summary>{say('graph.page.worked_out')}</summary>
                <p>{say(`connect.definition.${question}`)}</p>
              </details>
            </li>
          )
        })}
      </ul>
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      {findings && <Findings desk={desk} findings={findings} />}
    </div>
  )
}

type Found = GraphFindings['findings'][number]

/** What is told of the supply of one firearm has the same ways to it: they are shown with the first of it. */
function pathsOnce(findings: readonly Found[]): Found['paths'][] {
  const seen = new Set<string>()
  return findings.map(({ paths, supply }) =>
    paths.filter((path) => {
      const key = JSON.stringify(path.steps)
      const again = supply !== null && seen.has(key)
      if (supply !== null) seen.add(key)
      return !again
    }),
  )
}

function Findings({ desk, findings }: { readonly desk: GraphDesk; readonly findings: GraphFindings }) {
  const { say } = useLanguage()
  const known = useMemo(() => learn(desk.known, findings.graph), [desk.known, findings.graph])
  const words = useWords(known)
  const shown = useMemo(() => pathsOnce(findings.findings), [findings])
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
            {value.order !== null && (
              <p>
                <Facts>
                  {[
                    words.days(value) ?? say('connect.day_unknown'),
                    ...(value.order === 'unsettled' ? [say('connect.order.unsettled')] : []),
                  ]}
                </Facts>
              </p>
            )}
            <p className={styles.definition}>
              <Facts>{value.nodes.map(words.nameOf)}</Facts>
            </p>
            {value.records.length > 0 && <RecordLinks records={value.records} />}
            <SupplyEvidence finding={value} words={words} />
            <Paths paths={shown[place]!} words={words} known={known} />
          </li>
        ))}
      </ol>
    </div>
  )
}
