import type { TaskState } from '@proofmark/contract/case-desk-words'
import type { CaseTaskShown } from '@proofmark/contract/schemas/case'
import { useRef, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Facts } from '../common/Facts.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import { TextField } from '../common/TextField.tsx'
import { newIdentifier } from '../enter/identifier.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { CaseForm } from './CaseForm.tsx'
import styles from './Cases.module.css'
import { DayField, OneOf } from './fields.tsx'
import { GROUNDS } from './grounds.ts'
import { type CaseProps, mayWrite, useCaseDoing } from './useCase.ts'

/** The tasks of a case, those that are open first; the lists that are the same in every case step by step. */
export function Tasks({ shown, onChanged }: CaseProps) {
  const { say, figures } = useLanguage()
  const doing = useCaseDoing(onChanged)
  const writes = mayWrite(shown)
  const tasks = [...shown.tasks].sort((one, other) => Number(one.state !== 'open') - Number(other.state !== 'open'))
  const settle = (task: string, state: TaskState, step?: string) =>
    doing.change(() => {
      const said = { kind: 'task_state' as const, task, state, ...(step === undefined ? {} : { step }) }
      return api('caseSay', { case: shown.case, entry: newIdentifier(), say: said, grounds: GROUNDS })
    })
  const open = tasks.filter(({ state }) => state === 'open').length
  return (
    <Section heading={say('cases.tasks')} aside={figures.count(open)} busy={doing.busy}>
      <ul className={styles.entries}>
        {tasks.map((task) => (
          <li key={task.entry} data-task={task.state}>
            <Head task={task} />
            {task.steps.length > 0 && (
              <ol className={styles.steps}>
                {task.steps.map(({ step, state }) => (
                  <li key={step} className={state === 'open' ? undefined : styles.settled}>
                    <span>{say(`case.step.${step}`)}</span>
                    {state !== 'open' && <strong>{say(`case.task_state.${state}`)}</strong>}
                    {writes && (
                      <Settling
                        of={say(`case.step.${step}`)}
                        state={state}
                        onSettle={(to) => settle(task.entry, to, step)}
                      />
                    )}
                  </li>
                ))}
              </ol>
            )}
            {writes && task.steps.length === 0 && (
              <p className={styles.acts}>
                <Settling of={task.title ?? ''} state={task.state} onSettle={(to) => settle(task.entry, to)} />
              </p>
            )}
          </li>
        ))}
      </ul>
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      {writes && <AddTask shown={shown} onChanged={onChanged} />}
    </Section>
  )
}

function Head({ task }: { readonly task: CaseTaskShown }) {
  const { say, figures } = useLanguage()
  const settled = task.steps.filter(({ state }) => state !== 'open').length
  return (
    <p className={task.state === 'open' ? undefined : styles.settled}>
      <strong>{task.template === null ? <bdi>{task.title}</bdi> : say(`case.template.${task.template}`)}</strong>
      <span className={styles.under}>
        <Facts>
          {[
            say(`case.task_state.${task.state}`),
            task.steps.length > 0 ? say('cases.progress', { done: settled, all: task.steps.length }) : null,
            task.for && <bdi key="for">{task.for.name}</bdi>,
            task.due === null ? null : say('cases.due', { day: figures.day(task.due) }),
            task.note && <bdi key="note">{task.note}</bdi>,
          ]}
        </Facts>
      </span>
    </p>
  )
}

interface SettlingProps {
  /** What is settled, for whoever does not see where the words stand. */
  readonly of: string
  readonly state: TaskState
  readonly onSettle: (state: TaskState) => void
}

function Settling({ of, state, onSettle }: SettlingProps) {
  const { say } = useLanguage()
  const word = (name: string, to: TaskState) => (
    <Button key={to} weight="word" aria-label={`${say(`cases.${name}`)}: ${of}`} onClick={() => onSettle(to)}>
      {say(`cases.${name}`)}
    </Button>
  )
  return <>{state === 'open' ? [word('done', 'done'), word('not_needed', 'not_needed')] : word('undo', 'open')}</>
}

function AddTask({ shown, onChanged }: CaseProps) {
  const { say } = useLanguage()
  const { change, ...doing } = useCaseDoing(onChanged)
  const [title, setTitle] = useState('')
  const [person, setPerson] = useState('')
  const [due, setDue] = useState('')
  const entry = useRef(newIdentifier())
  const people = (shown.compartments[0]?.members ?? []).filter(({ inside }) => inside)
  const add = (close: () => void) => {
    if (title.trim() === '') return false
    const more = { ...(person === '' ? {} : { for: person }), ...(due === '' ? {} : { due }) }
    const said = { kind: 'task' as const, title: title.trim(), ...more }
    change(
      () => api('caseSay', { case: shown.case, entry: entry.current, say: said, grounds: GROUNDS }),
      () => {
        entry.current = newIdentifier()
        setTitle('')
        close()
      },
    )
    return true
  }
  return (
    <CaseForm opens={say('cases.add_task')} sends={say('cases.do_write')} {...doing} onSend={add}>
      {(tried) => (
        <>
          <TextField
            name="title"
            label={say('cases.task_title')}
            value={title}
            most={120}
            error={
              tried && title.trim() === '' ? { reason: say('cases.missing'), accepted: say('cases.missing_how') } : null
            }
            onChange={setTitle}
          />
          <OneOf
            name="for"
            label={say('cases.task_for')}
            codes={people.map(({ account }) => account)}
            word={(code) => people.find(({ account }) => account === code)?.name ?? ''}
            value={person}
            none={say('cases.anybody')}
            onChange={setPerson}
          />
          <DayField name="due" label={say('cases.task_due')} value={due} onChange={setDue} />
        </>
      )}
    </CaseForm>
  )
}
