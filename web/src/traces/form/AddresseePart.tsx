import type { TraceContactList } from '@proofmark/contract/schemas/trace-book'
import type { TraceShown } from '@proofmark/contract/schemas/trace-shown'
import { ADDRESSEE_ROLES, TRACE_CHANNELS } from '@proofmark/contract/trace-words'
import { useCallback } from 'react'
import { Section } from '../../common/Section.tsx'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import { useAsked } from '../../imports/useAsked.ts'
import { countriesOf } from '../countries.ts'
import { contactDraftOf } from '../draft-parts.ts'
import { ContactFields } from './ContactFields.tsx'
import styles from './Form.module.css'
import { Choice, Country, Day } from './fields.tsx'
import { PartnerField } from './PartnerField.tsx'
import { ProposedRoute } from './ProposedRoute.tsx'
import type { PartProps } from './part.ts'

type Known = TraceContactList['contacts'][number]

/** To whom: the proposed route with its reason, the state and as what it is asked, the contact and the channel. */
export function AddresseePart({ draft, trace, change }: PartProps & { readonly trace: TraceShown }) {
  const { say, locale } = useLanguage()
  const { codeOf, nameOf } = countriesOf(locale)
  const known = useContacts()
  const code = codeOf(draft.toCountry)
  const fitting = known.filter(({ country }) => code === null || country === code)
  const take = (contact: Known | undefined) =>
    contact &&
    change({
      toContact: contactDraftOf(contact.contact),
      toCountry: nameOf(contact.country),
      ...(contact.role === null ? {} : { role: contact.role }),
      ...(contact.partner === null ? {} : { partner: contact.partner }),
    })
  return (
    <Section heading={say('traces.form.addressee')}>
      <ProposedRoute proposal={trace.proposal} draft={draft} change={change} />
      <div className={styles.fields}>
        <Country
          name="toCountry"
          label={say('traces.form.to_country')}
          value={draft.toCountry}
          onChange={(toCountry) => change({ toCountry })}
        />
        <Choice
          name="role"
          label={say('traces.form.role')}
          words={ADDRESSEE_ROLES}
          wordOf={(role) => say(`word.addressee_role.${role}`)}
          value={draft.role}
          onChange={(role) => change({ role })}
        />
        <Choice
          name="channel"
          label={say('traces.form.channel')}
          words={TRACE_CHANNELS}
          wordOf={(channel) => say(`word.trace_channel.${channel}`)}
          value={draft.channel}
          onChange={(channel) => channel !== '' && change({ channel })}
        />
        <PartnerField name="partner" value={draft.partner} onChange={(partner) => change({ partner })} />
        <Day
          name="answerBy"
          label={say('traces.form.answer_by')}
          hint={say('traces.form.answer_by_hint')}
          value={draft.answerBy}
          onChange={(answerBy) => change({ answerBy })}
        />
        {fitting.length > 0 && (
          <Choice
            name="contact"
            label={say('traces.form.from_book')}
            none={say('traces.form.from_book_none')}
            words={fitting.map(({ id }) => id)}
            wordOf={(id) =>
              contactName(
                fitting.find((each) => each.id === id),
                nameOf,
              )
            }
            value=""
            onChange={(id) => take(fitting.find((each) => each.id === id))}
          />
        )}
      </div>
      <h3 className={styles.group}>{say('traces.form.to_contact')}</h3>
      <ContactFields name="to" contact={draft.toContact} onChange={(toContact) => change({ toContact })} />
    </Section>
  )
}

const contactName = (known: Known | undefined, nameOf: (code: string) => string): string =>
  known
    ? [known.contact.agency, known.contact.unit, nameOf(known.country)].filter((part) => part !== null).join(' · ')
    : ''

/** The book of contacts; empty until it is here, since the fields can be filled without it. */
function useContacts(): readonly Known[] {
  const ask = useCallback((signal: AbortSignal) => api('traceContactList', undefined, {}, signal), [])
  const [asked] = useAsked(ask)
  return asked.kind === 'answered' ? asked.answer.contacts : []
}
