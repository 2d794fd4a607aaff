import type { GraphPaths, NodeName } from '@proofmark/contract/schemas/graph'
import { type FormEvent, useMemo, useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import { Field } from '../../common/Field.tsx'
import { useDoing } from '../../common/useDoing.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import type { GraphDesk } from '../desk/graph-desk.ts'
import { learn } from '../state/known.ts'
import { byName } from '../twins/order.ts'
import { useWords, type Words } from '../useTexts.ts'
import styles from './Ask.module.css'
import { Paths } from './Paths.tsx'

interface ConnectProps {
  readonly desk: GraphDesk
  readonly words: Words
}

/** How two of what is drawn are connected: the short paths between them, the best evidenced first. */
export function Connect({ desk, words }: ConnectProps) {
  const { say, locale } = useLanguage()
  const [ends, setEnds] = useState<{ readonly from: NodeName | null; readonly to: NodeName | null }>({
    from: null,
    to: null,
  })
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [inOrder, setInOrder] = useState(false)
  const doing = useDoing()
  const nodes = byName(desk.shown.nodes, ({ node }) => ({ kind: words.kind(node), name: words.name(node) }), locale)
  const there = (name: NodeName | null) => (nodes.some((node) => node.name === name) ? name : null)
  const [from, to] = [there(ends.from), there(ends.to)]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (from === null || to === null || from === to) return
    doing.act(async () => {
      const paths = await api('graphConnect', {
        from,
        to,
        inOrder,
        ...desk.narrowing([from, to]),
        grounds: desk.grounds,
      })
      setAnswer({ paths, inOrder })
    })
  }
  const choice = (end: 'from' | 'to', value: NodeName | null) => (
    <Field label={say(`graph.page.connect_${end}`)}>
      {(control) => (
        <select
          {...control}
          name={`connect-${end}`}
          value={value ?? ''}
          onChange={(event) => setEnds({ ...ends, [end]: event.target.value })}
        >
          <option value="">{say('common.choose')}</option>
          {nodes.map(({ name, node }) => (
            <option key={name} value={name}>
              {words.name(node)} ({words.kind(node)})
            </option>
          ))}
        </select>
      )}
    </Field>
  )
  return (
    <form className={styles.form} onSubmit={submit}>
      <p className={styles.definition}>{say('graph.page.connect_told')}</p>
      {choice('from', from)}
      {choice('to', to)}
      <label>
        <input
          type="checkbox"
          name="in-order"
          checked={inOrder}
          onChange={(event) => setInOrder(event.target.checked)}
        />{' '}
        {say('graph.page.connect_in_order')}
      </label>
      <span>
        <Button type="submit" disabled={from === null || to === null || from === to}>
          {say('graph.page.connect')}
        </Button>
      </span>
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      {answer && <Connected desk={desk} answer={answer} />}
    </form>
  )
}

interface Answer {
  readonly paths: GraphPaths
  readonly inOrder: boolean
}

function Connected({ desk, answer }: { readonly desk: GraphDesk; readonly answer: Answer }) {
  const { say, figures } = useLanguage()
  const { paths, graph } = answer.paths
  const known = useMemo(() => learn(desk.known, graph), [desk.known, graph])
  const words = useWords(known)
  const { length } = paths
  const found =
    answer.inOrder && length === 0
      ? say('graph.page.no_path_in_order')
      : say('graph.page.paths', { count: length, figure: figures.count(length) })
  return (
    <>
      <p role="status">{found}</p>
      {answer.inOrder && length > 0 && <p className={styles.definition}>{say('connect.definition.in_order')}</p>}
      {length > 0 && <Draw desk={desk} graph={graph} />}
      <Paths paths={paths} words={words} known={known} inOrder={answer.inOrder} heading="h3" />
    </>
  )
}

/** Puts what was found into the picture. */
export function Draw({ desk, graph }: { readonly desk: GraphDesk; readonly graph: GraphPaths['graph'] }) {
  const { say } = useLanguage()
  const names = graph.nodes.map(({ node }) => node)
  const isDrawn = names.every((name) => desk.arrangement.spots.has(name))
  if (isDrawn) return null
  return (
    <span>
      <Button onClick={() => desk.doing.act(() => desk.takeIn(graph, names))}>{say('graph.page.draw_found')}</Button>
    </span>
  )
}
