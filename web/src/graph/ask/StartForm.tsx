import type { GraphAnswer, GraphNode } from '@proofmark/contract/schemas/graph'
import { type FormEvent, useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { Facts } from '../../common/Facts.tsx'
import { Failed } from '../../common/Failed.tsx'
import { TextField } from '../../common/TextField.tsx'
import { useDoing } from '../../common/useDoing.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import type { GraphDesk } from '../desk/graph-desk.ts'
import type { Words } from '../useTexts.ts'
import styles from './Ask.module.css'

/** Finds a node by a word of its name, a reference or a mark, and puts it into the picture. */
export function StartForm({ desk, words }: { readonly desk: GraphDesk; readonly words: Words }) {
  const { say } = useLanguage()
  const [text, setText] = useState('')
  const [found, setFound] = useState<GraphAnswer | null>(null)
  const doing = useDoing()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    doing.act(async () => setFound(await api('graphFind', { text: text.trim(), grounds: desk.grounds })))
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        name="graph-text"
        label={say('graph.page.find')}
        hint={say('graph.page.find_hint')}
        value={text}
        most={200}
        onChange={setText}
      />
      <span>
        <Button type="submit">{say('graph.page.find_action')}</Button>
      </span>
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      <p role="status" className={found === null ? 'unseen' : undefined}>
        {found !== null && say('graph.page.found', { count: found.nodes.length })}
      </p>
      {found !== null && (
        <ul className={styles.found}>
          {found.nodes.map((node) => (
            <Found key={node.node} node={node} desk={desk} words={words} />
          ))}
        </ul>
      )}
    </form>
  )
}

function Found({ node, desk, words }: { readonly node: GraphNode; readonly desk: GraphDesk; readonly words: Words }) {
  const { say } = useLanguage()
  return (
    <li>
      <span>
        <strong>
          <bdi>{words.name(node)}</bdi>
        </strong>{' '}
        <Facts>{[words.kind(node), ...words.details(node), words.days(node)]}</Facts>
      </span>
      {desk.arrangement.spots.has(node.node) ? (
        <span>{say('graph.page.drawn_already')}</span>
      ) : (
        <Button weight="word" onClick={() => desk.start([node.node], 1)}>
          {say('graph.page.begin_with')}
          <span className="unseen"> {words.name(node)}</span>
        </Button>
      )}
    </li>
  )
}
