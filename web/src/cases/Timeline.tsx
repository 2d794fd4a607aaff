import type { CaseEntryShown, CaseMoment, CaseShown } from '@proofmark/contract/schemas/case'
import { useMemo, useState } from 'react'
import { Section } from '../common/Section.tsx'
import table from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import { taskWords } from './AskWords.tsx'
import styles from './Cases.module.css'
import { DayField, OneOf } from './fields.tsx'
import { More } from './More.tsx'
import { EVERYTHING, FEW, fitting, heldIn, people, type TimelineFilter } from './timeline-filter.ts'

const PAGE = 100
const FROM = ['item', 'entry', 'document', 'member'] as const

/** All of a case in the order of its days: what happened to what it is about, and what was said and done here. */
export function Timeline({ shown }: { readonly shown: CaseShown }) {
  const { say, figures } = useLanguage()
  const [filter, setFilter] = useState(EVERYTHING)
  const [most, setMost] = useState(PAGE)
  const whose = useMemo(() => people(shown), [shown])
  const all = useMemo(() => fitting(shown, filter), [shown, filter])
  const held = useMemo(() => heldIn(shown), [shown])
  const set = (part: Partial<TimelineFilter>) => {
    setFilter({ ...filter, ...part })
    setMost(PAGE)
  }
  return (
    <Section heading={say('cases.timeline')} aside={figures.count(all.length)}>
      {shown.timeline.length > FEW && (
        <div className={styles.filters}>
          <OneOf
            name="moment"
            label={say('cases.kind')}
            codes={FROM}
            word={(code) => say(`cases.moment.${code}`)}
            value={filter.from}
            none={say('cases.all')}
            onChange={(from) => set({ from })}
          />
          <OneOf
            name="by"
            label={say('cases.person')}
            codes={whose}
            word={(name) => name}
            value={filter.by}
            none={say('cases.all')}
            onChange={(by) => set({ by })}
          />
          <DayField name="since" label={say('cases.since')} value={filter.since} onChange={(since) => set({ since })} />
          <DayField name="until" label={say('cases.until')} value={filter.until} onChange={(until) => set({ until })} />
        </div>
      )}
      {all.length === 0 && <p className={styles.quiet}>{say('cases.timeline_none')}</p>}
      <More left={all.length - most} onMore={() => setMost(most + PAGE)} />
      {all.length > 0 && (
        <table className={table.table}>
          <caption className="unseen">{say('cases.timeline')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('cases.day')}</th>
              <th scope="col">{say('cases.what')}</th>
            </tr>
          </thead>
          <tbody>
            {all.slice(-most).map((moment) => (
              <tr
                key={`${moment.from} ${moment.id} ${moment.event} ${moment.day}`}
                data-moment={moment.from}
                className={moment.from === 'entry' && held.has(moment.id) ? styles.held : undefined}
              >
                <th scope="row" data-label={say('cases.day')}>
                  {figures.span({ from: moment.day, to: moment.until ?? moment.day })}
                </th>
                <td data-label={say('cases.what')}>
                  <Words shown={shown} moment={moment} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

function Words({ shown, moment: { from, id, event } }: { readonly shown: CaseShown; readonly moment: CaseMoment }) {
  const { say, figures } = useLanguage()
  const both = (one: string, other: string) => (
    <span>
      {one}
      {': '}
      <bdi>{other}</bdi>
    </span>
  )
  if (from === 'document') return both(say('cases.documents'), event ?? '')
  if (from === 'member') {
    const member = shown.compartments[0]?.members.find(({ account }) => account === id)
    return <span>{say('cases.members_changed', { name: member?.name ?? '', part: say(`case.part.${event}`) })}</span>
  }
  if (from === 'item') {
    const item = shown.items.find(({ entry }) => entry === id)
    const words = happened(say, event ?? '')
    return both(words, item?.label || say(`case.item.${item?.kind ?? 'record'}`))
  }
  const entry = shown.entries.find((each) => each.entry === id)
  const words = say(`case.entry.${entry?.kind ?? event}`)
  const more = entry && moreOf(shown, entry, say, figures.day)
  return more ? both(words, more) : <span>{words}</span>
}

type Say = ReturnType<typeof useLanguage>['say']

/** What of an entry tells it from others of its kind; null where its kind says all. */
function moreOf(shown: CaseShown, { entry, said }: CaseEntryShown, say: Say, day: (on: string) => string) {
  switch (said?.kind) {
    case 'note':
    case 'decision':
      return said.text
    case 'task':
      return taskWords(say, said.title ?? said.template ?? '')
    case 'task_state':
      return settledWords(shown, said, say)
    case 'described':
      return said.title
    case 'item':
      return itemWords(shown, entry, said.item, say)
    case 'hand_over':
      return said.toName
    case 'hand_over_answer':
      return say(said.accepted ? 'cases.accepted' : 'cases.declined')
    case 'closed':
      return said.outcome
    case 'reopened':
    case 'archived':
      return said.why
    case 'review':
      return day(said.on)
    case 'compartment':
      return said.name
    case 'withdrawal':
      return said.what === 'document' ? say('cases.documents') : say(`case.entry.${said.what}`)
    default:
      return null
  }
}

type SaidOf<Kind> = Extract<NonNullable<CaseEntryShown['said']>, { readonly kind: Kind }>

function itemWords({ items }: CaseShown, entry: string, { kind, finding }: SaidOf<'item'>['item'], say: Say): string {
  const label = items.find((each) => each.entry === entry)?.label || say(`case.item.${kind}`)
  return finding ? `${label} · ${say(`case.finding.${finding}`)}` : label
}

function settledWords({ tasks }: CaseShown, { task, step, state }: SaidOf<'task_state'>, say: Say): string {
  const of = tasks.find(({ entry }) => entry === task)
  const words = step === undefined ? taskWords(say, of?.title ?? of?.template ?? '') : say(`case.step.${step}`)
  return [words, say(`case.task_state.${state}`)].filter((each) => each !== '').join(' · ')
}

/** What no record says, but another desk. */
const HAPPENED: readonly string[] = ['recovered', 'fired_item', 'compared']

/** What happened, in the words of the desk that keeps it. */
function happened(say: (id: string) => string, event: string): string {
  if (event.startsWith('trace_')) return say(`word.trace_state.${event.slice('trace_'.length)}`)
  return HAPPENED.includes(event) ? say(`case.happened.${event}`) : say(`word.event.${event}`)
}
