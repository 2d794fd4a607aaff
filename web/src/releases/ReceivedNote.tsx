import type { ReceivedRelease } from '@proofmark/contract/schemas/release'
import { Identifier } from '../common/Identifier.tsx'
import { Note } from '../common/Note.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { useLanguage } from '../frame/language.tsx'

/** Why a reader sees a record of another agency, until when, and what its owner asks for it. */
export function ReceivedNote({ release }: { readonly release: ReceivedRelease }) {
  const { say, figures } = useLanguage()
  const { by, until, conditions, note, reference } = release
  const words = conditions.map((condition) => say(`word.release_condition.${condition}`))
  return (
    <Note heading={<Sentence id="releases.received" nodes={{ by: <bdi>{by}</bdi> }} />}>
      {say('releases.received_until', { until: figures.span({ from: until, to: until }) ?? '' })}{' '}
      {words.length > 0 && say('releases.received_conditions', { conditions: words.join('; ') })}{' '}
      {note !== null && <Sentence id="releases.received_note" nodes={{ note: <bdi>{note}</bdi> }} />}{' '}
      {reference !== null && (
        <Sentence id="releases.received_reference" nodes={{ reference: <Identifier mono>{reference}</Identifier> }} />
      )}
    </Note>
  )
}
