import type { ShownReply, TraceShown } from '@proofmark/contract/schemas/trace-shown'
import { Facts } from '../../common/Facts.tsx'
import { Identifier } from '../../common/Identifier.tsx'
import { Note } from '../../common/Note.tsx'
import { numbered } from '../../common/numbered.ts'
import { Section } from '../../common/Section.tsx'
import { Go } from '../../frame/Go.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { countriesOf } from '../countries.ts'
import { ChainPath } from './ChainPath.tsx'
import { HandlingLine } from './HandlingLine.tsx'
import { Permissions } from './Permissions.tsx'
import styles from './TracePage.module.css'

/** What was answered, the last first: the chain as a path, what may be done with it, and the records that came of it. */
export function Replies({ trace: { replies, direction, permissions } }: { readonly trace: TraceShown }) {
  const { say, figures } = useLanguage()
  return (
    <Section
      heading={say(direction === 'outgoing' ? 'traces.page.reply' : 'traces.page.our_reply')}
      aside={
        replies.length > 1
          ? say('traces.page.replies', { count: replies.length, figure: figures.count(replies.length) })
          : undefined
      }
    >
      {numbered(replies)
        .reverse()
        .map(({ place, value }) => (
          <article key={place}>
            <OneReply reply={value} permissions={permissions} />
          </article>
        ))}
    </Section>
  )
}

interface OneReplyProps extends Pick<TraceShown, 'permissions'> {
  readonly reply: ShownReply
}

function OneReply({ reply, permissions }: OneReplyProps) {
  const { say, figures, locale } = useLanguage()
  const { message, door, records, courtUse } = reply
  const { kind, reason, reasonText, replier, chain, outcome } = message
  return (
    <>
      <p className={styles.state}>{say(`word.reply_kind.${kind}`)}</p>
      <p className={styles.told}>
        <Facts>
          {[
            replier.contact.agency,
            countriesOf(locale).nameOf(replier.country),
            figures.moment(reply.saidAt ?? reply.receivedAt),
            say(`word.reply_door.${door}`),
            replier.reference && (
              <Identifier key="reference" mono>
                {replier.reference}
              </Identifier>
            ),
          ]}
        </Facts>
      </p>
      {(reason !== null || reasonText !== null) && (
        <Note heading={reason === null ? say('traces.page.reason') : say(`word.refusal_reason.${reason}`)}>
          <bdi>{reasonText}</bdi>
        </Note>
      )}
      {outcome !== null && <p>{say('traces.page.led', { outcome: say(`word.trace_outcome.${outcome}`) })}</p>}
      {(chain.length > 0 || message.diversion !== null || message.next !== null) && <ChainPath reply={message} />}
      <HandlingLine handling={message.handling} />
      <p className={styles.told}>{say(courtUse ? 'traces.page.court_yes' : 'traces.page.court_no')}</p>
      <Permissions permissions={permissions} message={message.id} />
      {records.length > 0 && (
        <>
          <h3 className={styles.group}>{say('traces.page.made_records')}</h3>
          <ul className={styles.list}>
            {records.map(({ record, source, key }) => (
              <li key={record}>
                <Go to={`/records/${record}`}>
                  <bdi>{source}</bdi> <Identifier mono>{key}</Identifier>
                </Go>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
