import { type FormEvent, useMemo, useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { Facts } from '../../common/Facts.tsx'
import { Failed } from '../../common/Failed.tsx'
import { Field } from '../../common/Field.tsx'
import { TextField } from '../../common/TextField.tsx'
import { useLanguage } from '../../frame/language.tsx'
import styles from '../ask/Ask.module.css'
import type { GraphDesk } from '../desk/graph-desk.ts'
import { casesIn } from '../state/cases.ts'
import type { Words } from '../useTexts.ts'
import { ChooseCase } from './ChooseCase.tsx'
import { SideBySide } from './SideBySide.tsx'
import type { Kept } from './useKept.ts'
import { useOwnCases } from './useOwnCases.ts'

interface KeptGraphsProps {
  readonly desk: GraphDesk
  readonly words: Words
  readonly kept: Kept
  /** The case that the page was begun with. */
  readonly within: string | null
}

/** Keeps the graph with a case, opens what is kept there, and says under which address others find it. */
export function KeptGraphs({ desk, words, kept, within }: KeptGraphsProps) {
  const { say, figures } = useLanguage()
  const drawn = useMemo(() => casesIn(desk.known, within), [desk.known, within])
  const own = useOwnCases(desk)
  const cases = [...new Set([...drawn, ...own.cases.keys()])]
  const [chosen, setChosen] = useState<string | null>(within)
  const [name, setName] = useState('')
  const { open, doing, listed, versions, beside } = kept
  const picked = chosen !== null && cases.includes(chosen) ? chosen : (cases[0] ?? null)
  if (picked === null)
    return (
      <div className={styles.form}>
        <p className={styles.definition}>{say(own.asked ? 'graph.page.no_own_case' : 'graph.page.no_case')}</p>
        <ChooseCase own={own} />
      </div>
    )
  const called = name.trim() || (open?.name ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (called !== '') kept.save(picked, called, open === null || (name.trim() !== '' && name.trim() !== open.name))
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label={say('graph.kind.case')}>
        {(control) => (
          <select {...control} name="graph-case" value={picked} onChange={(event) => setChosen(event.target.value)}>
            {cases.map((each) => (
              <option key={each} value={each}>
                {own.cases.get(each) ?? words.nameOf(`case:${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <ChooseCase own={own} />
      <TextField
        name="graph-name"
        label={say('graph.page.name')}
        hint={
          open ? say('graph.page.name_open', { name: open.name, version: open.version }) : say('graph.page.name_new')
        }
        value={name}
        most={120}
        onChange={setName}
      />
      <span>
        <Button type="submit" disabled={called === '' || desk.arrangement.spots.size === 0 || doing.busy}>
          {say('graph.page.save')}
        </Button>{' '}
        <Button onClick={() => kept.list(picked)}>{say('graph.page.list')}</Button>
      </span>
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      {open && <p className={styles.definition}>{say('graph.page.share')}</p>}
      {beside && <SideBySide desk={desk} words={words} kept={kept} beside={beside} />}
      {listed && (
        <ul className={styles.found}>
          {listed.length === 0 && <li>{say('graph.page.none_kept')}</li>}
          {listed.map((each) => (
            <li key={each.graph}>
              <span>
                <strong>
                  <bdi>{each.name}</bdi>
                </strong>{' '}
                <Facts>{[each.by, figures.moment(each.at)]}</Facts>
              </span>
              <Button weight="word" onClick={() => kept.show(picked, each.graph)}>
                {say('graph.page.open_kept')}
                <span className="unseen"> {each.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {open && versions.length > 1 && (
        <details>
          <summary>
            {say('graph.page.versions', { count: versions.length, figure: figures.count(versions.length) })}
          </summary>
          <ul className={styles.found}>
            {versions.map(({ version, by, at }) => (
              <li key={version}>
                <Facts>{[say('graph.page.version', { version }), by, figures.moment(at)]}</Facts>
                <Button weight="word" onClick={() => kept.show(open.case, open.graph, version)}>
                  {say('graph.page.open_kept')}
                  <span className="unseen"> {say('graph.page.version', { version })}</span>
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </form>
  )
}
