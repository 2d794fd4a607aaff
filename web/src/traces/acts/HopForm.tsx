import { useRef } from 'react'
import { useDoing } from '../../common/useDoing.ts'
import { newIdentifier } from '../../enter/identifier.ts'
import { goTo } from '../../frame/address.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import { countriesOf } from '../countries.ts'
import { GROUNDS } from '../grounds.ts'
import { ActForm } from './ActForm.tsx'
import type { ActProps } from './act.ts'

/** Drafts the request to the next state, filled from this one and its reply; this one stays as it is until then. */
export function HopForm({ trace, onLeave }: ActProps) {
  const { say, locale } = useLanguage()
  const { nameOf } = countriesOf(locale)
  const id = useRef(newIdentifier())
  const doing = useDoing()
  const next = trace.reply?.message.next
  const country = next?.country ?? trace.proposal.country
  const role = next?.role ?? trace.proposal.role
  const record = trace.records[0]?.record
  const draft = () => {
    if (record === undefined) return
    doing.act(async () => {
      const { reference } = trace.form.requester
      const child = await api('traceDraft', {
        id: id.current,
        record,
        parent: trace.id,
        to: { ...(country === null ? {} : { country }), ...(role === null ? {} : { role }) },
        ...(reference === null ? {} : { reference }),
        grounds: GROUNDS,
      })
      goTo(`/traces/${child.id}`)
      scrollTo(0, 0)
    })
  }
  return (
    <ActForm
      heading={say('traces.page.act.hop')}
      told={
        record === undefined
          ? say('traces.page.told.hop_no_record')
          : country === null
            ? say('traces.page.told.hop_nowhere')
            : say('traces.page.told.hop', { country: nameOf(country) })
      }
      act={say('traces.page.draft_hop')}
      doing={doing}
      onAct={draft}
      onLeave={onLeave}
    >
      <p>{trace.proposal.text}</p>
    </ActForm>
  )
}
