import type { Candidate } from '@proofmark/contract/schemas/find'
import { Facts } from '../common/Facts.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'

interface Of {
  readonly candidate: Candidate
}

/** Which source says it under which key, which leads to its record. */
export function SaidBy({ candidate: { source, record, key, agency } }: Of) {
  return (
    <Facts>
      {[
        source,
        <Go key="key" to={`/records/${record}`}>
          <Identifier mono>{key}</Identifier>
        </Go>,
        agency,
      ]}
    </Facts>
  )
}

/** What happened, and when. */
export function Happened({ candidate: { event, date } }: Of) {
  const { say, figures } = useLanguage()
  return <Facts>{[say(`word.event.${event}`), figures.span(date) ?? say('common.date_unknown')]}</Facts>
}
