import type { CaseMoment, CaseShown } from '@proofmark/contract/schemas/case'
import { Section } from '../common/Section.tsx'
import table from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import { taskWords } from './AskWords.tsx'

/** All of a case in the order of its days: what happened to what it is about, and what was said and done here. */
export function Timeline({ shown }: { readonly shown: CaseShown }) {
  const { say, figures } = useLanguage()
  return (
    <Section heading={say('cases.timeline')} aside={figures.count(shown.timeline.length)}>
      <table className={table.table}>
        <caption className="unseen">{say('cases.timeline')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('cases.day')}</th>
            <th scope="col">{say('cases.what')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.timeline.map((moment) => (
            <tr key={`${moment.from} ${moment.id} ${moment.event} ${moment.day}`} data-moment={moment.from}>
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
    </Section>
  )
}

function Words({ shown, moment: { from, id, event } }: { readonly shown: CaseShown; readonly moment: CaseMoment }) {
  const { say } = useLanguage()
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
  const said = entry?.said
  const words = say(`case.entry.${entry?.kind ?? event}`)
  if (said?.kind === 'note' || said?.kind === 'decision') return both(words, said.text)
  if (said?.kind === 'task') return both(words, taskWords(say, said.title ?? said.template ?? ''))
  if (said?.kind === 'described') return both(words, said.title)
  if (said?.kind === 'item') return both(words, say(`case.item.${said.item.kind}`))
  if (said?.kind === 'hand_over') return both(words, said.toName)
  return <span>{words}</span>
}

/** What no record says, but another desk. */
const HAPPENED: readonly string[] = ['recovered', 'fired_item', 'compared']

/** What happened, in the words of the desk that keeps it. */
function happened(say: (id: string) => string, event: string): string {
  if (event.startsWith('trace_')) return say(`word.trace_state.${event.slice('trace_'.length)}`)
  return HAPPENED.includes(event) ? say(`case.happened.${event}`) : say(`word.event.${event}`)
}
